import type { Position } from 'vscode-languageserver'
import { parseDocument } from '../../engine/document/parse.js'
import { explainAt } from '../../engine/explain.js'
import { explanationPage } from '../../engine/findings/explanation-page.js'
import type { Core } from '../core.js'
import { type ExplainParams, type Explanation, explainRequest } from '../protocol.js'
import { toOffset } from '../to-lsp.js'

export function registerExplain(core: Core): void {
  core.connection.onRequest(explainRequest, ({ textDocument, position }: ExplainParams) =>
    explain(textDocument.uri, position, core),
  )
}

/** Why the sentence at a place is, or is not, a finding. */
export async function explain(uri: string, position: Position, core: Core): Promise<Explanation | null> {
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  if (!checked || !document) return null
  const { project, settings } = checked.surroundings
  const parsed = parseDocument(document.text.getText(), document.language)
  const found = explainAt(parsed, project.pack, toOffset(document.text, position))
  return found ? explanationPage(found, project.pack, settings) : null
}
