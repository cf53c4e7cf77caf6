import type { TextEdit } from 'vscode-languageserver'
import { acceptEdits } from '../../engine/findings/fixes/accept.js'
import { harmlessEdits as harmless } from '../../engine/findings/fixes/harmless.js'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { type HarmlessFixes, type HarmlessFixesParams, harmlessFixesRequest } from '../protocol.js'
import { toTextEdit } from '../to-lsp.js'

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

/** No claim of a person is touched, and nothing comes to light that was hidden. */
export function harmlessEdits({ text, session }: OpenDocument, { result, surroundings }: Checked): TextEdit[] {
  const document = session?.document()
  if (!document) return []
  return acceptEdits(harmless(document, result, surroundings.project.pack)).edits.map((edit) => toTextEdit(edit, text))
}
