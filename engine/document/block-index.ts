import { splitSentences } from '../language/sentences.js'
import { once } from '../once.js'
import type { Block } from './block.js'
import { lastAtOrBefore } from './halving.js'
import { toSource } from './source-map.js'
import { cover, overlaps, type Span } from './span.js'

/** Blocks by place, for texts in which many places are looked up: a look costs about the same however many blocks there are. */
export interface BlockIndex {
  /** Those that overlap a place, in order; for a place without length those around it. */
  at(place: Span): readonly Block[]
  /** The first that begins at an offset or behind it. */
  from(offset: number): Block | undefined
  /** The part of the source that a table takes, by the group of its cells. */
  table(group: number): Span | undefined
  /** The sentences of a block, as spans of the source. */
  sentences(block: Block): readonly Span[]
}

/** Of blocks in order of place. */
export function blockIndex(blocks: readonly Block[]): BlockIndex {
  const reaches = once(() => reachesOf(blocks))
  const tables = once(() => tablesIn(blocks))
  const sentences = new Map<Block, readonly Span[]>()
  return {
    at(place) {
      const found: Block[] = []
      const last = lastAtOrBefore(blocks, startOf, place.end - 1)
      for (let at = last; (reaches()[at] ?? 0) > place.start; at--) {
        const block = blocks[at] as Block
        if (overlaps(block.span, place)) found.push(block)
      }
      return found.reverse()
    },
    from(offset) {
      let at = lastAtOrBefore(blocks, startOf, offset - 1)
      while (at < blocks.length && (blocks[at] as Block).span.start < offset) at++
      return blocks[at]
    },
    table: (group) => tables().get(group),
    sentences(block) {
      const known = sentences.get(block) ?? splitSentences(block).map((sentence) => toSource(block.map, sentence))
      sentences.set(block, known)
      return known
    },
  }
}

const startOf = ({ span }: Block): number => span.start

/** For each block how far it and those before it reach: what ends before a place is not looked at. */
function reachesOf(blocks: readonly Block[]): number[] {
  let reach = 0
  return blocks.map(({ span }) => {
    reach = Math.max(reach, span.end)
    return reach
  })
}

function tablesIn(blocks: readonly Block[]): Map<number, Span> {
  const tables = new Map<number, Span>()
  for (const { cell, group, span } of blocks) if (cell) tables.set(group, cover(tables.get(group) ?? span, span))
  return tables
}
