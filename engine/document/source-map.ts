import { lastAtOrBefore } from './halving.js'
import type { Span } from './span.js'

/**
 * A run of block text that stands in the source at one place. Where `sourceLength` equals `length` the characters
 * stand one for one; where it differs (an entity, an escape, a line end with its indentation) the run is one unit.
 */
export interface Run {
  readonly text: number
  readonly length: number
  readonly source: number
  readonly sourceLength: number
}

/** Runs in order of `text`, without gaps: each character of a block's text lies in exactly one run. */
export type SourceMap = readonly Run[]

/** The source span of a span of block text. Touching a run that is one unit takes the whole unit. */
export function toSource(map: SourceMap, { start, end }: Span): Span {
  const first = runAt(map, start)
  const last = end > start ? runAt(map, end - 1) : first
  if (!first || !last) return { start: 0, end: 0 }
  return { start: startIn(first, start), end: end > start ? endIn(last, end - 1) : startIn(first, start) }
}

const startIn = (run: Run, offset: number): number =>
  run.length === run.sourceLength ? run.source + (offset - run.text) : run.source

const endIn = (run: Run, offset: number): number =>
  run.length === run.sourceLength ? run.source + (offset - run.text) + 1 : run.source + run.sourceLength

const runAt = (map: SourceMap, offset: number): Run | undefined => map[lastAtOrBefore(map, textOf, offset)]

const textOf = ({ text }: Run): number => text
