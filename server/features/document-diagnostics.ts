import type { Diagnostic } from 'vscode-languageserver'
import type { Finding, Note } from '../../engine/findings/finding.js'
import { limitationsElsewhere, type PlacedBlock } from '../../engine/findings/limitation-elsewhere.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Core } from '../core.js'
import { findingDiagnostic, noteDiagnostic, type Placing } from '../to-lsp.js'

/** What was found in a document, open or not. */
export interface Found {
  readonly text: Placing
  readonly shown: readonly Finding[]
  readonly notes: readonly Note[]
  readonly pack: Pack
  readonly blocks: () => readonly PlacedBlock[]
}

/** As an editor shows it, beginning with the findings. */
export function diagnosticsIn({ text, shown, notes, pack, blocks }: Found, { client, pageOf }: Core): Diagnostic[] {
  const elsewhere =
    client.showsRelated && shown.length > 0 ? limitationsElsewhere(blocks(), pack) : (): undefined => undefined
  return [
    ...shown.map((finding) => findingDiagnostic(finding, text, pack, pageOf, elsewhere(finding))),
    ...notes.map((note) => noteDiagnostic(note, text)),
  ]
}
