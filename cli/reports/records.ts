import type { Finding, Note, Suppressed } from '../../engine/findings/finding.js'
import type { Rule } from '../../engine/rules/pack.js'
import { findingEntry, noteEntry, type summaryOf, waiverEntry } from './json.js'
import type { MarkedLine } from './marked-lines.js'
import type { CheckedFile, Hidden } from './report.js'

/**
 * The lines of `--format jsonl`, each a JSON object. A part of a run holds all that any report needs, so that `proviso merge`
 * makes of the parts what one run would have printed.
 */
export type JsonlRecord = RunRecord | RulesRecord | FileRecord | FaultRecord | EndRecord

/** The first line. */
export interface RunRecord {
  readonly kind: 'run'
  readonly version: 1
  readonly tool: { readonly name: 'proviso'; readonly version: string }
  readonly shard?: ShardMark
}

/** Which part of a run this is. `of` is the same for all parts of the same documents. */
export interface ShardMark {
  readonly index: number
  readonly count: number
  readonly of: string
}

/** Rules of a team's own, before the first document that was checked with them. */
export interface RulesRecord {
  readonly kind: 'rules'
  readonly pack: string
  readonly rules: readonly Rule[]
}

export interface FileRecord {
  readonly kind: 'file'
  readonly path: string
  readonly profile: string
  /** Who decided on the profile, and from what. */
  readonly profileBy?: string
  readonly profileReason?: string
  readonly words: number
  /** Of the rules beside the built-in ones, where there are any. */
  readonly pack?: string
  readonly hidden?: Hidden
  readonly findings: readonly FindingRecord[]
  readonly suppressed: readonly (FindingRecord & Pick<Suppressed, 'reason' | 'waiver'>)[]
  readonly notes: readonly NoteRecord[]
}

/** As in `--format json`, with what else a report may show. `bytes` are columns in bytes of UTF-8; `lines` is the source around the words. */
export type FindingRecord = ReturnType<typeof findingEntry> & Omit<Finding, 'span'> & Around

export type NoteRecord = ReturnType<typeof noteEntry> &
  Around & { readonly text: string; readonly fix?: { readonly text: string } & ReturnType<typeof placeRecord> }

interface Around {
  readonly bytes: readonly [number, number]
  readonly lines: readonly MarkedLine[]
}

/** `missing`: it was asked for and is not there, which every part of a run says alike. */
export interface FaultRecord {
  readonly kind: 'fault'
  readonly path: string
  readonly message: string
  readonly missing: boolean
}

export interface EndRecord {
  readonly kind: 'end'
  readonly summary: ReturnType<typeof summaryOf>
  readonly configProblems: readonly string[]
}

export function fileRecord(file: CheckedFile, pack: string | undefined): FileRecord {
  const { path, profile, words, result, hidden } = file
  return {
    kind: 'file',
    path,
    profile,
    ...(result.profile ? { profileBy: result.profile.by, profileReason: result.profile.reason } : {}),
    words,
    ...(pack === undefined ? {} : { pack }),
    ...(Object.keys(hidden).length === 0 ? {} : { hidden }),
    findings: result.findings.map((one) => findingRecord(one, file)),
    suppressed: result.suppressed.map(({ finding, reason, waiver }: Suppressed) => ({
      ...findingRecord(finding, file),
      reason,
      ...(waiver ? { waiver: waiverEntry(waiver) } : {}),
    })),
    notes: result.notes.map((note) => noteRecord(note, file)),
  }
}

function findingRecord(finding: Finding, file: CheckedFile): FindingRecord {
  const { span, ...data } = finding
  const { bytes, lines } = file.places(span)
  return { ...findingEntry(finding, file), ...data, bytes, lines }
}

function noteRecord(note: Note, { places }: CheckedFile): NoteRecord {
  const { text, bytes, lines } = places(note)
  const fix = note.fix ? { fix: { ...placeRecord(note.fix, places), text: note.fix.text } } : {}
  return { ...noteEntry(note, places), text, bytes, lines, ...fix }
}

function placeRecord(span: { start: number; end: number }, places: CheckedFile['places']) {
  const { start, end, bytes } = places(span)
  return { start, end, bytes }
}
