import type { LintResult, Severity } from '../../engine/findings/finding.js'
import type { Reference } from '../../engine/rules/pack.js'
import type { Text } from '../world.js'
import type { Places } from './places.js'

/** A document that was checked. `path` is as reports show it. */
export interface CheckedFile {
  readonly path: string
  readonly profile: string
  /** Words of prose. */
  readonly words: number
  readonly pack: Reference
  /** Where findings and notes stand. */
  readonly places: Places
  readonly result: LintResult
  readonly hidden: Hidden
}

/** How many findings are not shown since they are not new; a number is there when this was asked for. */
export interface Hidden {
  /** In the baseline. */
  readonly baseline?: number
  /** In sentences that the change does not touch. */
  readonly untouched?: number
}

/** Something that could not be done, tied to a file. */
export interface Fault {
  readonly path: string
  readonly message: string
  /** It was asked for by name, and there is no such document. */
  readonly missing?: boolean
}

export interface Totals {
  readonly files: number
  readonly filesWithFindings: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  /** By a comment in the text. */
  readonly suppressed: number
  /** Those that the team stands by on record. */
  readonly waived: number
  readonly hidden: Hidden
}

export interface RunEnd {
  readonly totals: Totals
  /** Files that could not be checked. */
  readonly faults: readonly Fault[]
  /** What is wrong with configurations, in words. */
  readonly configProblems: readonly string[]
}

/**
 * A format. Files are given one after the other, in order of path; a report keeps text of its own and not the file, so that
 * a run over many files stays small.
 */
export interface Report {
  add(file: CheckedFile): void
  /** What is finished already, each piece once, where the format can be written as the run goes on. */
  ready?(): Iterable<Text>
  /** In pieces: a report may be longer than a string can be. */
  finish(end: RunEnd): Iterable<Text>
}

export const formats = [
  'pretty',
  'compact',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'markdown',
  'csv',
] as const
export type Format = (typeof formats)[number]
