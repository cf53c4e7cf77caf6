import type { Document } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'
import { describe } from '../../engine/findings/describe.js'
import type { Finding, LintResult } from '../../engine/findings/finding.js'
import { limitationsElsewhere } from '../../engine/findings/limitation-elsewhere.js'
import type { ClaimRecord } from '../../engine/ledger/claim-record.js'
import { ledgerOf, readForLedger } from '../../engine/ledger/ledger.js'
import { lintReading } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import { type Accepted, withWaivers } from '../../engine/waivers/accepted.js'
import { wordsIn } from '../commands/check-file.js'
import type { Task } from '../commands/tasks.js'
import { languageOf } from '../files/language.js'
import { type Places, placesIn } from '../reports/places.js'

/** A document with all its claims. */
export interface LedgerFile {
  readonly path: string
  readonly absolute: string
  readonly words: number
  readonly pack: Pack
  readonly document: Document
  readonly places: Places
  readonly result: LintResult
  readonly claims: readonly ClaimRow[]
}

/** A claim as ledgers show it: with its place (1-based, columns in UTF-16 units) and what is said of it. */
export interface ClaimRow extends ClaimRecord {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** The same, or why nothing could come of it. */
export type LedgerOutcome = LedgerFile | { readonly path: string; readonly message: string }

/** Reads a document for its ledger. A limitation that stands elsewhere in the text is named with its line. */
export function claimsIn({ target, project }: Task, accepted: Accepted): LedgerOutcome {
  const read = target.read()
  if ('problem' in read) return { path: target.shown, message: read.problem }
  const { pack } = project
  const document = parseDocument(read.text, languageOf(target.path))
  const reading = readForLedger(document, pack)
  const result = withWaivers(lintReading(reading, pack, project.settingsFor(target.path)), accepted)
  const places = placesIn(read.text)
  const elsewhere = limitationsElsewhere(
    document.blocks.map((block) => ({ block, by: 0 })),
    pack,
  )
  const byId = new Map<string, Finding>(
    [...result.findings, ...result.suppressed.map(({ finding }) => finding)].map((one) => [one.fingerprint, one]),
  )
  const claims = ledgerOf(reading, result).map((claim): ClaimRow => {
    const { line, column } = places(claim.span).start
    const finding = byId.get(claim.id)
    const away = finding && claim.limitation === '' ? elsewhere(finding) : undefined
    const limitation = away ? `stated elsewhere, line ${places(away).start.line}` : claim.limitation
    return { ...claim, limitation, path: target.shown, line, column, message: finding ? describe(finding, pack) : '' }
  })
  const shared = { path: target.shown, absolute: target.path, words: wordsIn(document), pack, document }
  return { ...shared, places, result, claims }
}
