import { type Tab, TabInputWebview, window } from 'vscode'
import { until } from './until.js'

const tabs = (): readonly Tab[] => window.tabGroups.all.flatMap((group) => group.tabs)

const isPreview = ({ input }: Tab): boolean =>
  input instanceof TabInputWebview && /markdown\.preview/.test(input.viewType)

/** Waits for a Markdown preview. Its label holds the name of the document. */
export async function preview(label: RegExp): Promise<void> {
  const shown = () => tabs().find((tab) => isPreview(tab) && label.test(tab.label))
  await until(`a preview called ${label}`, [window.tabGroups.onDidChangeTabs], shown).catch((error: Error) => {
    throw new Error(`${error.message}; open are ${tabs().map((tab) => tab.label)}`)
  })
}
