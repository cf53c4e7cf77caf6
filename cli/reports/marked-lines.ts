import type { Span } from '../../engine/document/span.js'
import type { Lines } from './positions.js'

/** A line of source with marked words in it, without its indentation. What is too far from the words to be shown is left out. */
export interface MarkedLine {
  readonly number: number
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** No excerpt has more lines; one more says that there are more. */
const MOST_LINES = 5

/** An excerpt is at most 120 columns wide, looks twice as far around the words, and shows five rows of them. */
const AROUND = 256
const MARKED = 640

/** The first lines that a span marks. */
export function markedLines(lines: Lines, span: Span): MarkedLine[] {
  const [first, last] = [lines.positionOf(span.start).line, lines.positionOf(Math.max(span.start, span.end - 1)).line]
  const found: MarkedLine[] = []
  for (let number = first; number <= last && found.length < MOST_LINES; number++) {
    const line = markedLine(lines.line(number), span)
    if (line) found.push({ number, ...line })
  }
  return found
}

function markedLine(
  { text, start }: { text: string; start: number },
  span: Span,
): Omit<MarkedLine, 'number'> | undefined {
  const from = Math.max(span.start - start, 0)
  const to = Math.min(span.end - start, text.length)
  const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0
  const begin = Math.max(from, indent)
  if (to <= begin) return undefined
  return {
    before: text.slice(Math.max(Math.min(indent, begin), begin - AROUND), begin),
    marked: text.slice(begin, Math.min(to, begin + MARKED)),
    after: text.slice(to, to + AROUND),
  }
}
