import type { Span } from '../../engine/document/span.js'
import { type MarkedLine, markedLines } from './marked-lines.js'
import { type Lines, linesOf, type Position } from './positions.js'

/** Offset in UTF-16 units, 0-based; line and column 1-based, the column in UTF-16 units. */
export interface PlacePosition extends Position {
  readonly offset: number
}

export interface Place {
  /** The source of the span. */
  readonly text: string
  readonly start: PlacePosition
  readonly end: PlacePosition
  /** 1-based columns of start and end in bytes of UTF-8. */
  readonly bytes: readonly [start: number, end: number]
  /** The lines of the span, as an excerpt needs them. */
  readonly lines: readonly MarkedLine[]
}

/**
 * What reports ask of a document's text, and no more: so that parts of a run are joined, and a report is made from a cache, without
 * the text.
 */
export type Places = (span: Span) => Place

export function placesIn(source: string): Places {
  let known: Lines | undefined
  const lines = (): Lines => {
    known ??= linesOf(source)
    return known
  }
  const position = (offset: number): PlacePosition => ({ offset, ...lines().positionOf(offset) })
  const bytesTo = (offset: number): number => {
    const { column } = lines().positionOf(offset)
    return Buffer.byteLength(source.slice(offset - column + 1, offset)) + 1
  }
  return ({ start, end }) => ({
    text: source.slice(start, end),
    start: position(start),
    end: position(end),
    get bytes(): [number, number] {
      return [bytesTo(start), bytesTo(end)]
    },
    get lines() {
      return markedLines(lines(), { start, end })
    },
  })
}
