import type { Span } from '../document/span.js'
import type { GuardId, Severity } from '../findings/finding.js'

export const claimStates = ['open', 'cited', 'bounded', 'waived', 'cleared'] as const
export type ClaimState = (typeof claimStates)[number]

export const claimKinds = [
  'property',
  'absence',
  'effect',
  'comparison',
  'establishment',
  'likelihood',
  'commitment',
  'acceptance',
] as const
export type ClaimKind = (typeof claimKinds)[number]

export const strengths = ['absolute', 'guarantee', 'plain', 'partial'] as const
export type Strength = (typeof strengths)[number]

/** What a waiver says of a claim that stands by it. */
export interface Standing {
  readonly reason: string
  readonly owner?: string
  readonly approver?: string
  readonly evidence?: string
  /** The last day on which it holds, as `2027-05-31`. */
  readonly until?: string
}

/** A claim that the engine sees, whether it is a finding or not. Spans are offsets into the source. */
export interface ClaimRecord {
  /** Stable: the fingerprint of the claim. */
  readonly id: string
  readonly rule: string
  /** Other rules that see the same words. */
  readonly also: readonly string[]
  readonly span: Span
  readonly text: string
  readonly sentence: string
  readonly headings: readonly string[]
  readonly kind: ClaimKind
  readonly strength: Strength
  /** Of whom or what it is said, as written; empty where the sentence does not say. */
  readonly subject: string
  /** What it is said to rest on (a technique, a test), as written. */
  readonly means: string
  /** Words that bound it. */
  readonly bound: string
  /** Citations, links and footnotes in its sentence or right behind it. */
  readonly evidence: readonly string[]
  /** Words of a limitation beside it. */
  readonly limitation: string
  readonly state: ClaimState
  /** What cleared it: a guard, or the judge. */
  readonly guard?: GuardId | 'judge'
  /** Why it is in that state. */
  readonly reason: string
  /** Of a finding. */
  readonly severity?: Severity
  readonly standing?: Standing
}
