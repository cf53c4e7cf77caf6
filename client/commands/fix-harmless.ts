import { WorkspaceEdit, window, workspace } from 'vscode'
import type { TextEdit } from 'vscode-languageclient'
import { harmlessFixesRequest } from '../../server/protocol.js'
import type { Tools } from './register.js'

/** Removes what can go without changing a word of the text. Gives the number of places. */
export async function fixHarmless({ client }: Tools): Promise<number> {
  const document = window.activeTextEditor?.document
  if (!document) return 0
  const { version } = document
  const params = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) }
  const found = (await client.sendRequest<TextEdit[] | null>(harmlessFixesRequest, params)) ?? []
  // Somebody typed meanwhile: the places are not those of the text any more.
  if (document.version !== version) return 0
  const edit = new WorkspaceEdit()
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(found))
  await workspace.applyEdit(edit)
  if (found.length === 0) void window.showInformationMessage('Proviso found nothing to remove here.')
  return found.length
}
