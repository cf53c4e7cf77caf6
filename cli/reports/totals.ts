import { type LintResult, type Severity, severities } from '../../engine/findings/finding.js'
import type { Totals } from './report.js'

const none = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>

export const noTotals: Totals = { files: 0, filesWithFindings: 0, bySeverity: none, suppressed: 0 }

export function withFile(totals: Totals, { findings, suppressed }: LintResult): Totals {
  const bySeverity = { ...totals.bySeverity }
  for (const { severity } of findings) bySeverity[severity] += 1
  return {
    files: totals.files + 1,
    filesWithFindings: totals.filesWithFindings + (findings.length > 0 ? 1 : 0),
    bySeverity,
    suppressed: totals.suppressed + suppressed.length,
  }
}

/** `7 findings (5 warnings, 2 infos) in 2 of 4 files`. */
export function sayTotals({ files, filesWithFindings, bySeverity, suppressed }: Totals): string {
  const found = severities.filter((severity) => bySeverity[severity] > 0)
  const all = found.reduce((sum, severity) => sum + bySeverity[severity], 0)
  const kept = suppressed === 0 ? '' : `, ${suppressed} suppressed with a reason`
  if (all === 0) return `No findings in ${counted(files, 'file')}${kept}`
  const kinds = found.map((severity) => counted(bySeverity[severity], severity)).join(', ')
  const where = files === 1 ? '1 file' : `${filesWithFindings} of ${files} files`
  return `${counted(all, 'finding')} (${kinds}) in ${where}${kept}`
}

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
