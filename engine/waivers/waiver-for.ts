import type { Finding } from '../findings/finding.js'
import type { Waiver } from './waiver.js'

/** What a person says of a claim that stands. */
export type WaiverWords = Pick<Waiver, 'evidence' | 'owner' | 'approver' | 'until' | 'model'> & {
  readonly reason: string
}

/** A waiver for a finding; fields that are empty are left out. */
export function waiverFor(finding: Finding, source: string, file: string, words: WaiverWords, today: string): Waiver {
  const { fingerprint: claim, rule, severity, span } = finding
  const given = Object.entries(words).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : []))
  const text = source.slice(span.start, span.end).replace(/\s+/g, ' ')
  return { claim, rule, severity, text, file, date: today, ...(Object.fromEntries(given) as Partial<Waiver>) }
}

/** Why words will not do, if so. */
export function problemWith({ reason, until }: WaiverWords, today: string): string | undefined {
  if (!reason.trim()) return 'a waiver needs a reason'
  if (until === undefined || until === '') return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until) && new Date(`${until}T00:00:00Z`).toJSON()?.startsWith(until)
  if (!isDay) return `'${until}' is no day such as 2027-05-31`
  return until < today ? `${until} has passed` : undefined
}
