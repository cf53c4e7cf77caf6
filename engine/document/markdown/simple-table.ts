import type { Span } from '../span.js'
import { afterIndent, beforeSpaces, endOfLine, isBlank, nextLine, restIsBlank } from './lines.js'

/** A cell: its text stands from `from` to `to`, its markup from `start` to `end`. Row 0 is the header. */
export interface SimpleCell {
  readonly row: number
  readonly column: number
  readonly start: number
  readonly from: number
  readonly to: number
  readonly end: number
}

const DELIMITERS = /^\|(?: *:?-+:? *\|)+ *$/

/**
 * The cells of a chunk that is plainly one table: each line begins and ends with a bar, and nothing is escaped. Nothing for any other
 * chunk. A long table is thus read in the memory that its text takes.
 */
export function simpleTable(text: string): SimpleCell[] | undefined {
  if (text.charCodeAt(0) !== BAR || /[\\\t]/.test(text)) return undefined
  const [header, delimiters, ...rows] = linesOf(text)
  if (!header || !delimiters || !DELIMITERS.test(text.slice(delimiters.start, delimiters.end))) return undefined
  const cells: SimpleCell[] = []
  if (!addRow(cells, text, header, 0)) return undefined
  if (cells.length !== barsIn(text, delimiters) - 1) return undefined
  return rows.every((line, at) => addRow(cells, text, line, at + 1)) ? cells : undefined
}

const BAR = 124

/** The lines up to a blank one, without spaces behind them; none where something else follows. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let at = 0
  for (; at < text.length && !isBlank(text, at, endOfLine(text, at)); at = nextLine(text, at)) {
    lines.push({ start: at, end: beforeSpaces(text, at, endOfLine(text, at)) })
  }
  return restIsBlank(text, at) ? lines : []
}

function barsIn(text: string, { start, end }: Span): number {
  let bars = 0
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === BAR) bars++
  return bars
}

/** Adds the cells of a row, empty ones too; false where the row is not plainly one. */
function addRow(cells: SimpleCell[], text: string, { start, end }: Span, row: number): boolean {
  const isRow = end - start > 2 && text.charCodeAt(start) === BAR && text.charCodeAt(end - 1) === BAR
  if (!isRow || /^[| ]*$/.test(text.slice(start, end))) return false
  let column = 0
  for (let at = start; at < end - 1; column++) {
    const bar = text.indexOf('|', at + 1)
    const [from, to] = trimmed(text, at + 1, bar)
    cells.push({
      row,
      column,
      start: at,
      from,
      to,
      end: bar === end - 1 ? end : Math.max(beforeSpaces(text, at, bar), at + 1),
    })
    at = bar
  }
  return true
}

function trimmed(text: string, from: number, to: number): [number, number] {
  const first = afterIndent(text, from, to)
  return [first, beforeSpaces(text, first, to)]
}
