import { itself, lastAtOrBefore } from '../../engine/document/halving.js'

/** 1-based line and column; columns are UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Lines {
  positionOf(offset: number): Position
  /** The text of a line without its end, and where it begins. */
  line(number: number): { readonly text: string; readonly start: number }
  /** Where a position stands; beyond the end of a line, its end. Undefined for a line that is not there. */
  offsetOf(line: number, column?: number): number | undefined
}

/** Offsets of a text as lines and columns. Lines end with \n, \r\n or \r. */
export function linesOf(source: string): Lines {
  const starts = lineStarts(source)
  const line = (number: number) => {
    const start = starts[number - 1] ?? source.length
    return { text: source.slice(start, beforeLineEnd(source, start, starts[number] ?? source.length)), start }
  }
  return {
    positionOf(offset) {
      const index = lastAtOrBefore(starts, itself, offset)
      return { line: index + 1, column: offset - (starts[index] as number) + 1 }
    },
    line,
    offsetOf(number, column = 1) {
      if (number < 1 || number > starts.length) return undefined
      const { text, start } = line(number)
      return start + Math.min(column - 1, text.length)
    },
  }
}

function beforeLineEnd(source: string, start: number, end: number): number {
  const last = end > start && source.charCodeAt(end - 1) === 10 ? end - 1 : end
  return last > start && source.charCodeAt(last - 1) === 13 ? last - 1 : last
}

function lineStarts(source: string): number[] {
  const starts = [0]
  const ends = /\r\n|\r|\n/g
  while (ends.test(source)) starts.push(ends.lastIndex)
  return starts
}
