import type { Block } from '../document/block.js'
import type { BlockReader, Said } from './read-block.js'

/** What is read together: a paragraph, a list item with what introduces it, a whole list, a table row with its header. */
export interface Unit {
  readonly sentences: readonly Said[]
  /** The place of its first block. */
  readonly at: number
  /** The heading above, if any. */
  readonly heading: number | undefined
}

/** The units of a document, by place in its list of blocks. A heading is none. */
export function unitsOf(blocks: readonly Block[], read: BlockReader): Unit[] {
  const units: Unit[] = []
  let heading: number | undefined
  const add = (at: number, parts: readonly Block[]): void => {
    const sentences = parts.flatMap((part) => read(part).sentences)
    if (sentences.length > 0) units.push({ sentences, at, heading })
  }
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block
    if (block.kind === 'heading') heading = at++
    else if (block.cell) at = addTable(blocks, at, add)
    else if (block.kind === 'list-item') at = addList(blocks, at, add)
    else add(at++, [block])
  }
  return units
}

type Add = (at: number, parts: readonly Block[]) => void

/** Each row with the header of its columns; two rows that follow each other differ in number or begin again. */
function addTable(blocks: readonly Block[], from: number, add: Add): number {
  let header: readonly Block[] = []
  let at = from
  while (blocks[at]?.cell) {
    const first = at
    const row = blocks[at]?.cell?.row
    while (blocks[at]?.cell?.row === row && (at === first || columnOf(blocks[at]) > columnOf(blocks[at - 1]))) at++
    const cells = blocks.slice(first, at)
    if (row === 0) header = cells
    else add(first, [...header, ...cells])
  }
  return at
}

const columnOf = (block: Block | undefined): number => block?.cell?.column ?? 0

/** Each item with its lead-in, and all of them together; a long list is no paragraph. */
function addList(blocks: readonly Block[], from: number, add: Add): number {
  let end = from
  while (blocks[end]?.kind === 'list-item') end++
  const before = blocks[from - 1]
  const lead = before?.kind === 'paragraph' && /:\s*$/.test(before.text) ? [before] : []
  for (let at = from; at < end; at++) add(at, [...lead, blocks[at] as Block])
  if (end - from > 1 && end - from <= LONGEST_LIST) add(from, [...lead, ...blocks.slice(from, end)])
  return end
}

const LONGEST_LIST = 8
