import type { Finding, LintResult } from '../findings/finding.js'
import { stateOf, type Waiver } from './waiver.js'

/** Waivers in force, by the fingerprint of their claim. */
export type Accepted = ReadonlyMap<string, Waiver>

export const noneAccepted: Accepted = new Map()

/** Those that have a reason and have not expired. The engine knows no clock: whoever calls says what day it is. */
export const acceptedOn = (waivers: readonly Waiver[], today: string): Accepted =>
  new Map(waivers.filter((one) => stateOf(one, today) === 'in force').map((one) => [one.claim, one]))

/** The result with claims that the team stands by among what is suppressed. */
export function withWaivers(result: LintResult, accepted: Accepted): LintResult {
  if (accepted.size === 0) return result
  const findings: Finding[] = []
  const suppressed = [...result.suppressed]
  for (const finding of result.findings) {
    const waiver = accepted.get(finding.fingerprint)
    if (waiver && sameVerdict(waiver, finding)) suppressed.push({ finding, reason: waiver.reason ?? '', waiver })
    else findings.push(finding)
  }
  return { ...result, findings, suppressed: suppressed.sort((a, b) => a.finding.span.start - b.finding.span.start) }
}

export const sameVerdict = ({ rule, severity }: Waiver, finding: Pick<Finding, 'rule' | 'severity'>): boolean =>
  rule === finding.rule && severity === finding.severity
