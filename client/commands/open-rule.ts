import { languages, type QuickPickItem, window } from 'vscode'
import type { ClaimLeaf } from '../claims/tree.js'
import { rulePage, showPage } from '../pages/pages.js'
import type { Tools } from './register.js'

/** From a link (a rule), from the view (a claim), or from a person: the rule under the cursor, or one of those that spoke. */
export async function openRule(tools: Tools, given?: string | ClaimLeaf): Promise<void> {
  const rule = (typeof given === 'string' ? given : given?.claim.rule) ?? underCursor() ?? (await choose(tools))
  if (rule) await showPage(rulePage(rule))
}

function underCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const diagnostic = languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === 'proviso' && range.contains(editor.selection.active))
  const code = diagnostic?.code
  return typeof code === 'object' ? String(code.value) : code?.toString()
}

async function choose({ claims }: Tools): Promise<string | undefined> {
  const titles = new Map(claims.claims.map(({ rule, ruleTitle }) => [rule, ruleTitle]))
  const items: QuickPickItem[] = [...titles].sort().map(([description, label]) => ({ label, description }))
  if (items.length === 0)
    return window.showInputBox({ title: 'Open Rule Documentation', placeHolder: 'training/rlhf-sufficient' })
  return (await window.showQuickPick(items, { title: 'Open Rule Documentation', matchOnDescription: true }))
    ?.description
}
