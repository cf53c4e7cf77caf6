import type { Block } from '../block.js'
import { parsePlainText } from '../plain-text.js'
import type { Definitions } from './definitions.js'
import { firstAfter } from './inline.js'
import { restIsBlank } from './lines.js'
import { maskDialects, type Region } from './mask.js'
import { readSimple } from './simple-chunk.js'
import { tokenizer } from './tokens.js'
import { isTooMuch } from './too-much.js'
import { type Found, walkTokens } from './walk.js'

/** Reads one chunk after the other. `text` is the chunk as the tokenizer sees it, `base` its place in the source. */
export type ChunkReader = (text: string, base: number, groups: number) => Found

/** What chunks of one document have in common. Offsets of the regions are those of the source. */
export interface ChunkContext {
  readonly source: string
  readonly regions: readonly Region[]
  readonly definitions: Definitions
  readonly mdx: boolean
  /** `whole` leaves out the short cut for simple chunks. */
  readonly way?: 'chunks' | 'whole'
}

export function chunkReader({ source, regions, definitions, mdx, way }: ChunkContext): ChunkReader {
  const { document, inline } = tokenizer(definitions, mdx)
  return (text, base, groups) => {
    if (restIsBlank(text, 0)) return { blocks: [], groups }
    const context = { source, base, regions, definitions }
    const bare = (regions[firstAfter(regions, base)]?.start ?? Number.POSITIVE_INFINITY) >= base + text.length
    const simple = bare && way !== 'whole' ? readSimple(text, context, groups, inline) : undefined
    if (simple) return simple
    return isTooMuch(text)
      ? asPlainText(source, base, text.length, groups)
      : walkTokens(document(text), context, groups)
  }
}

/** A chunk that is no prose any more but machine-made, which the tokenizer would not finish, is read line by line. */
function asPlainText(source: string, base: number, length: number, groups: number): Found {
  const { blocks } = parsePlainText(source.slice(base, base + length), 'plaintext')
  const last = blocks.reduce((most, { group }) => Math.max(most, group), 0)
  return { blocks: moveBlocks(blocks, base, groups), groups: groups + last }
}

/** The blocks of one chunk alone, with offsets from its beginning and groups numbered from 1; `moveBlocks` puts them in place. */
export function parseChunk(chunk: string, definitions: Definitions, languageId: string): Found {
  const mdx = languageId === 'mdx'
  const { text, regions } = maskDialects(chunk, 0, mdx)
  return chunkReader({ source: chunk, regions, definitions, mdx })(text, 0, 0)
}

/** The same blocks further on in the source, with their groups numbered on from `groups`. */
export function moveBlocks(blocks: readonly Block[], by: number, groups: number): Block[] {
  return blocks.map((block) => ({
    ...block,
    map: block.map.map((run) => ({ ...run, source: run.source + by })),
    span: { start: block.span.start + by, end: block.span.end + by },
    group: block.group > 0 ? block.group + groups : 0,
    ...(block.cell ? { cell: { ...block.cell, table: block.cell.table + groups } } : {}),
  }))
}

/** Makes group `own`, the list that a sibling chunk opens, part of group `list`; the numbers behind it close the gap. */
export function joinList({ blocks, groups }: Found, own: number, list: number): Found {
  const numberOf = (group: number): number => (group === own ? list : group > own ? group - 1 : group)
  const joined = blocks.map((block) => ({
    ...block,
    group: numberOf(block.group),
    ...(block.cell ? { cell: { ...block.cell, table: numberOf(block.cell.table) } } : {}),
  }))
  return { blocks: joined, groups: groups - 1 }
}
