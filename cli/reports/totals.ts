import { type Severity, severities } from '../../engine/findings/finding.js'
import type { CheckedFile, Hidden, Totals } from './report.js'

const none = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>

export const noTotals: Totals = {
  files: 0,
  filesWithFindings: 0,
  bySeverity: none,
  suppressed: 0,
  waived: 0,
  hidden: {},
}

export function withFile(totals: Totals, { result: { findings, suppressed }, hidden }: CheckedFile): Totals {
  const bySeverity = { ...totals.bySeverity }
  for (const { severity } of findings) bySeverity[severity] += 1
  return {
    files: totals.files + 1,
    filesWithFindings: totals.filesWithFindings + (findings.length > 0 ? 1 : 0),
    bySeverity,
    suppressed: totals.suppressed + suppressed.filter(({ waiver }) => !waiver).length,
    waived: totals.waived + suppressed.filter(({ waiver }) => waiver).length,
    hidden: sumOf(totals.hidden, hidden),
  }
}

function sumOf(one: Hidden, other: Hidden): Hidden {
  const keys = [...Object.keys(one), ...Object.keys(other)] as (keyof Hidden)[]
  return Object.fromEntries(keys.map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]))
}

/** `7 findings (5 warnings, 2 infos) in 2 of 4 files`. */
export function sayTotals({ files, filesWithFindings, bySeverity, suppressed, waived, hidden }: Totals): string {
  const found = severities.filter((severity) => bySeverity[severity] > 0)
  const all = found.reduce((sum, severity) => sum + bySeverity[severity], 0)
  const kept = [
    ...(suppressed === 0 ? [] : [`, ${suppressed} suppressed with a reason`]),
    ...(waived === 0 ? [] : [`, ${waived} waived`]),
    sayHidden(hidden),
  ].join('')
  if (all === 0) return `No ${isSifted(hidden) ? 'new ' : ''}findings in ${counted(files, 'file')}${kept}`
  const kinds = found.map((severity) => counted(bySeverity[severity], severity)).join(', ')
  const where = files === 1 ? '1 file' : `${filesWithFindings} of ${files} files`
  return `${counted(all, isSifted(hidden) ? 'new finding' : 'finding')} (${kinds}) in ${where}${kept}`
}

const isSifted = (hidden: Hidden): boolean => Object.keys(hidden).length > 0

function sayHidden({ baseline = 0, untouched = 0 }: Hidden): string {
  const parts = [
    ...(untouched > 0 ? [`${untouched} in sentences that the change does not touch`] : []),
    ...(baseline > 0 ? [`${baseline} in the baseline`] : []),
  ]
  return parts.length === 0 ? '' : `; not shown: ${parts.join(', ')}`
}

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
