import type { Block } from '../document/block.js'
import type { SourceMap } from '../document/source-map.js'
import type { Span } from '../document/span.js'

/** A block of a piece as a block of the whole text. Its map is moved only when somebody asks for it. */
export function placed(block: Block, by: number): Block {
  let map: SourceMap | undefined
  return {
    ...block,
    span: moved(block.span, by),
    get map() {
      map ??= block.map.map((run) => ({ ...run, source: run.source + by }))
      return map
    },
  }
}

export const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
