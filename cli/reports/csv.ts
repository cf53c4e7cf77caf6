import { type Entry, entriesOf } from './entries.js'
import { Pile } from './pile.js'
import type { Report } from './report.js'

/**
 * `--format csv`: RFC 4180 with a head, for spreadsheets. A cell that a spreadsheet would run as a formula begins with an apostrophe.
 * Lines and columns are 1-based, columns in UTF-16 units. What could not be checked is on stderr.
 */
export function csvReport(): Report {
  const pile = new Pile()
  const add = (cells: readonly (string | number)[]): void => pile.add(`${cells.map(cell).join(',')}\r\n`)
  add(HEAD)
  return {
    add(file) {
      for (const entry of entriesOf(file)) add(rowFor(entry, file.path))
    },
    ready: () => pile.take(),
    finish: () => pile.take(),
  }
}

const HEAD = 'path,line,column,end_line,end_column,severity,rule,message,text,section,fingerprint'.split(',')

const rowFor = (
  { place: { start, end, text }, severity, code, message, headings, fingerprint }: Entry,
  path: string,
) => [
  path,
  ...[start.line, start.column, end.line, end.column],
  ...[severity, code, message, text.replace(/\s+/g, ' '), headings.join(' › '), fingerprint ?? ''],
]

export function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
