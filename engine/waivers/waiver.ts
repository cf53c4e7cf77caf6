import type { Severity } from '../findings/finding.js'

/** A claim that a team stands by, on record. Days are `2026-11-28`. */
export interface Waiver {
  /** The fingerprint of the claim. */
  readonly claim: string
  readonly rule: string
  /** What the rule said of it then; another severity is another verdict. */
  readonly severity: Severity
  /** The words of the claim, for people: what counts is the fingerprint. */
  readonly text: string
  /** Where it stood when it was waived, from the folder of the waivers. */
  readonly file: string
  /** Why it stands. Without one a waiver has no effect. */
  readonly reason?: string
  readonly evidence?: string
  readonly owner?: string
  readonly approver?: string
  readonly date: string
  /** The last day on which it holds; without one it holds until the claim changes. */
  readonly until?: string
  /** The model, with its version, of which the claim is made. */
  readonly model?: string
}

export const waiversName = '.proviso-waivers.yaml'

export const waiverStates = [
  'in force',
  'expired',
  'without a reason',
  'verdict changed',
  'orphaned',
  'not looked for',
] as const
export type WaiverState = (typeof waiverStates)[number]

/** What a waiver's own words say of it, on a day. */
export function stateOf({ reason, until }: Waiver, today: string): 'in force' | 'expired' | 'without a reason' {
  if (!reason?.trim()) return 'without a reason'
  return until !== undefined && until < today ? 'expired' : 'in force'
}

/** `2026-11-28`, where the user is. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
