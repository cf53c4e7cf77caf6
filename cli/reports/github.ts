import type { Severity } from '../../engine/findings/finding.js'
import { type Entry, entriesOf } from './entries.js'
import type { Report } from './report.js'
import { counted, sayTotals } from './totals.js'

/** GitHub shows so many annotations of one level in a step, and drops the rest in silence. */
const MOST = 10

const levels = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const satisfies Record<
  Severity,
  string
>
type Level = (typeof levels)[Severity]

/**
 * `--format github`: annotations for a job of GitHub Actions, errors first, at most ten of each level; then how many were left out, and
 * the totals. `elsewhere` says where all of them are.
 */
export function githubReport(elsewhere: string): Report {
  const lines: Record<Level, string[]> = { error: [], warning: [], notice: [] }
  const counts: Record<Level, number> = { error: 0, warning: 0, notice: 0 }
  const add = (level: Level, line: () => string): void => {
    if (++counts[level] <= MOST) lines[level].push(line())
  }
  return {
    add(file) {
      for (const entry of entriesOf(file)) add(levels[entry.severity], () => annotation(entry, file.path))
    },
    *finish(end) {
      const faults = end.faults.map(({ path, message }) => command('error', { file: path, title: 'Proviso' }, message))
      yield* [...faults, ...lines.error].slice(0, MOST)
      yield* lines.warning
      yield* lines.notice
      yield leftOut('error', counts.error + faults.length, elsewhere)
      yield leftOut('warning', counts.warning, elsewhere)
      yield leftOut('notice', counts.notice, elsewhere)
      yield `${sayTotals(end.totals)}\n`
    },
  }
}

function annotation({ code, severity, message, place: { start, end } }: Entry, file: string): string {
  // GitHub marks columns within one line only.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {}
  return command(levels[severity], { file, line: start.line, endLine: end.line, ...columns, title: code }, message)
}

function command(level: Level, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
  return `::${level} ${written.join(',')}::${escaped(message)}\n`
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function leftOut(level: Level, count: number, elsewhere: string): string {
  if (count <= MOST) return ''
  return `${counted(count - MOST, level)} more, not annotated: GitHub shows ${MOST} of each level in a step. ${elsewhere}\n`
}
