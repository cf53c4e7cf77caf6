import { window } from 'vscode'
import type { ExplainParams } from '../../server/protocol.js'
import type { ClaimLeaf } from '../claims/tree.js'
import { explain, explanationPage, showPage } from '../pages/pages.js'
import type { Tools } from './register.js'

type Position = ExplainParams['position']

/** From a link (address and position), from the view (a claim), or from a person: the cursor. */
export async function explainSentence(
  { client }: Tools,
  from?: string | ClaimLeaf,
  position?: Position,
): Promise<void> {
  const params = given(from, position) ?? cursor(client)
  if (!params) return
  const explanation = await explain(client, params)
  if (explanation) await showPage(explanationPage(explanation.title, params))
  else void window.showInformationMessage('Proviso sees no sentence here.')
}

function given(from?: string | ClaimLeaf, position?: Position): ExplainParams | undefined {
  if (typeof from === 'string') return position && { textDocument: { uri: from }, position }
  return from && { textDocument: { uri: from.uri }, position: from.claim.range.start }
}

function cursor(client: Tools['client']): ExplainParams | undefined {
  const editor = window.activeTextEditor
  return editor && client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active)
}
