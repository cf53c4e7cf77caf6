import { printable } from '../terminal/printable.js'
import { widthOfText } from '../terminal/width.js'
import { wrap } from '../terminal/wrap.js'
import type { MarkedLine } from './marked-lines.js'

/** A row of source with marked words in it. `number` is there on the first row of a line. */
export interface Row {
  readonly number?: number
  readonly before: string
  readonly marked: string
  readonly after: string
}

const MOST_ROWS = 4

/** The lines of a span as rows of at most `columns`; long lines are cut around the marked words. */
export function excerpt(lines: readonly MarkedLine[], columns: number): Row[] {
  const rows: Row[] = []
  for (const { number, before, marked, after } of lines) {
    if (rows.length > MOST_ROWS) break
    const [top, ...rest] = rowsAround(before, marked, after, columns)
    if (top) rows.push({ ...top, number }, ...rest)
  }
  return rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS), { before: '…', marked: '', after: '' }]
}

function rowsAround(before: string, marked: string, after: string, columns: number): Row[] {
  const words = printable(marked.slice(0, columns * (MOST_ROWS + 1)))
  const room = columns - widthOfText(words)
  if (room < ELLIPSES) return wrapped(words, columns)
  const [left, right] = share(printable(before.slice(-columns)), printable(after.slice(0, columns)), room)
  const isWhole = left.length >= before.length && right.length >= after.length
  if (isWhole) return [{ before: left, marked: words, after: right }]
  return [cut(before, words, after, room)]
}

/** `… ` in front and ` …` behind. */
const ELLIPSES = 4

const wrapped = (words: string, columns: number): Row[] =>
  wrap(words, columns)
    .flatMap((line) => broken(line, columns))
    .map((marked) => ({ before: '', marked, after: '' }))

/** A word that is longer than a row is broken anywhere. */
function broken(line: string, columns: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of line) {
    if (widthOfText(piece + character) > columns) {
      pieces.push(piece)
      piece = character
    } else piece += character
  }
  return [...pieces, piece]
}

function cut(before: string, marked: string, after: string, room: number): Row {
  const [left, right] = share(printable(before.slice(-room)), printable(after.slice(0, room)), room - ELLIPSES)
  const cutLeft = left.length < printable(before.slice(-room * 2)).length
  const cutRight = right.length < printable(after.slice(0, room * 2)).length
  return { before: (cutLeft ? '… ' : '') + left, marked, after: right + (cutRight ? ' …' : '') }
}

/** As much of both sides as fits; what one side does not need goes to the other. */
function share(before: string, after: string, room: number): [string, string] {
  const half = Math.floor(room / 2)
  const [wantLeft, wantRight] = [widthOfText(before), widthOfText(after)]
  const leftRoom = Math.max(half, room - wantRight)
  const left = wantLeft <= leftRoom ? before : tail(before, leftRoom)
  const rightRoom = room - widthOfText(left)
  return [left, wantRight <= rightRoom ? after : head(after, rightRoom)]
}

/** The words at the end of a text that fit. */
function tail(text: string, columns: number): string {
  const words = text.split(/(?<=\s)/)
  let kept = ''
  for (let at = words.length - 1; at > 0; at--) {
    const longer = words[at] + kept
    if (widthOfText(longer) > columns) break
    kept = longer
  }
  return kept
}

/** The words at the beginning of a text that fit, and the white space before them. */
function head(text: string, columns: number): string {
  const words = text.split(/(?=\s)/)
  let kept = ''
  for (const word of words.slice(0, -1)) {
    if (widthOfText(kept + word) > columns) break
    kept += word
  }
  return kept
}
