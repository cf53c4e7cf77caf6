import type { TextEdit } from 'vscode-languageserver'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { type HarmlessFixes, type HarmlessFixesParams, harmlessFixesRequest } from '../protocol.js'
import { toRange } from '../to-lsp.js'

export function registerHarmlessFixes(core: Core): void {
  core.connection.onRequest(
    harmlessFixesRequest,
    async ({ uri }: HarmlessFixesParams): Promise<HarmlessFixes | null> => {
      const checked = await core.checks.check(uri)
      const document = core.documents.get(uri)
      return checked && document ? { version: checked.version, edits: harmlessEdits(document, checked) } : null
    },
  )
}

/** Only unused directives go: no claim of a person is touched, and nothing comes to light that was hidden. */
export const harmlessEdits = ({ text }: OpenDocument, { result }: Checked): TextEdit[] =>
  result.notes.flatMap(({ kind, fix }) =>
    kind === 'directive-unused' && fix ? [{ range: toRange(text, fix), newText: fix.text }] : [],
  )
