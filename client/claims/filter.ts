import type { ClaimItem } from '../../server/protocol.js'

/** Nothing in a list means that all pass. */
export interface ClaimsFilter {
  readonly rules: readonly string[]
  readonly severities: readonly ClaimItem['severity'][]
}

export const EVERYTHING: ClaimsFilter = { rules: [], severities: [] }

export const lets = ({ rules, severities }: ClaimsFilter, { rule, severity }: ClaimItem): boolean =>
  (rules.length === 0 || rules.includes(rule)) && (severities.length === 0 || severities.includes(severity))

export const isFiltering = ({ rules, severities }: ClaimsFilter): boolean => rules.length + severities.length > 0

/** Said above the list, so that nobody takes a part for the whole. */
export function filterWords({ rules, severities }: ClaimsFilter): string {
  const parts = [severities.map((severity) => `${severity}s`).join(' and '), rules.join(', ')].filter(
    (part) => part !== '',
  )
  return parts.length === 0 ? '' : `Only ${parts.join(' of ')}`
}
