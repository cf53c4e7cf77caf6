import {
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import { until } from './until.js'

export const RLHF = 'RLHF ensures that Wren 3 stays aligned with human values.'

export function inWorkspace(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('There is no workspace.')
  return Uri.joinPath(folder.uri, path)
}

/** As a person opens it. What an extension opens is kept for minutes after its tab is closed. */
export async function open(path: string): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', inWorkspace(path))
  const editor = window.activeTextEditor
  if (editor?.document.uri.toString() !== inWorkspace(path).toString()) throw new Error(`${path} did not open.`)
  return editor
}

/** A draft without a file. */
export const draft = async (content: string, language = 'markdown'): Promise<TextEditor> =>
  window.showTextDocument(await workspace.openTextDocument({ language, content }))

/** Nobody is asked whether to keep what was written. A panel with an editor in it counts as an editor, and is closed first. */
export async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.closePanel')
  while (window.tabGroups.activeTabGroup.activeTab) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
}

export async function replaceAll(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text)
  await workspace.applyEdit(edit)
}

export const write = (path: string, text: string): Thenable<void> =>
  workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text))

export const remove = (path: string): Thenable<void> => workspace.fs.delete(inWorkspace(path))

export const findingsIn = (uri: Uri): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === 'proviso')

export const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code)

/** Waits until the findings of a document are as wanted. */
export function findings(
  what: string,
  uri: Uri,
  wanted: (found: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  return until(what, [languages.onDidChangeDiagnostics], () => {
    const found = findingsIn(uri)
    return wanted(found) ? found : undefined
  })
}

export const some = (found: readonly unknown[]): boolean => found.length > 0
export const none = (found: readonly unknown[]): boolean => found.length === 0
