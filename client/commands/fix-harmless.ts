import { WorkspaceEdit, window, workspace } from 'vscode'
import { type HarmlessFixes, type HarmlessFixesParams, harmlessFixesRequest } from '../../server/protocol.js'
import { rangeOf } from '../range.js'
import type { Tools } from './register.js'

/** Removes what can go without changing a word of the text. Gives the number of places. */
export async function fixHarmless({ client }: Tools): Promise<number> {
  const document = window.activeTextEditor?.document
  if (!document) return 0
  const params: HarmlessFixesParams = { uri: client.code2ProtocolConverter.asUri(document.uri) }
  const fixes = await client.sendRequest<HarmlessFixes | null>(harmlessFixesRequest, params)
  // Somebody typed meanwhile: the places are not those of the text any more.
  if (!fixes || fixes.version !== document.version) return 0
  const edit = new WorkspaceEdit()
  for (const { range, newText } of fixes.edits) edit.replace(document.uri, rangeOf(range), newText)
  await workspace.applyEdit(edit)
  if (fixes.edits.length === 0) void window.showInformationMessage('Proviso found nothing to remove here.')
  return fixes.edits.length
}
