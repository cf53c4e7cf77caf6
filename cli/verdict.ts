import { type Severity, severities } from '../engine/findings/finding.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { RunEnd } from './reports/report.js'

export const failLevels = [...severities, 'never'] as const
export type FailLevel = (typeof failLevels)[number]

export interface Limits {
  readonly failOn: FailLevel
  /** So many warnings are accepted, whatever `failOn` says of warnings. */
  readonly maxWarnings?: number | undefined
}

/** Whether one finding of this severity is enough to fail. */
export const fails = (severity: Severity, { failOn }: Limits): boolean =>
  failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn)

/** The exit code of a run. What could not be done outweighs what was found. */
export function exitCodeOf({ totals, faults, configProblems }: RunEnd, limits: Limits): ExitCode {
  if (faults.length + configProblems.length > 0) return exitCodes.failed
  const { warning } = totals.bySeverity
  const { maxWarnings } = limits
  if (maxWarnings !== undefined && warning > maxWarnings) return exitCodes.findings
  const judged = severities.filter((severity) => maxWarnings === undefined || severity !== 'warning')
  const failed = judged.some((severity) => fails(severity, limits) && totals.bySeverity[severity] > 0)
  return failed ? exitCodes.findings : exitCodes.clean
}
