import type { Block, Document } from '../document/block.js'
import type { Sentence } from '../language/sentence.js'

/** A document with its sentences and what governs each block. Blocks are named by their place in `document.blocks`. */
export interface Passage {
  readonly document: Document
  /** None for code, references, front matter, and a number that no block has. */
  readonly sentences: (block: number) => readonly Sentence[]
  /** Headings above a block, outermost first. */
  readonly headings: (block: number) => readonly number[]
  /** The paragraph or outer list item that introduces a list item ("Providers shall:"). */
  readonly leadIns: (block: number) => readonly number[]
  /** Cells that say what a cell is about: those of its header row and the first of its row. */
  readonly headerCells: (block: number) => readonly number[]
  /** The other cells of a cell's row, in order. */
  readonly row: (block: number) => readonly number[]
  readonly footnotes: (label: string) => readonly number[]
}

export function passageOf(document: Document, read: (block: Block) => readonly Sentence[]): Passage {
  const { blocks } = document
  const sentences = remember((at) => {
    const block = blocks[at]
    return block && isProse(block) ? read(block) : []
  })
  const headingPaths = headingPathsOf(blocks)
  const footnotes = new Map<string, number[]>()
  blocks.forEach(({ kind, label }, at) => {
    if (kind === 'footnote' && label) footnotes.set(label, [...(footnotes.get(label) ?? []), at])
  })
  return {
    document,
    sentences,
    headings: (block) => headingPaths[block] ?? [],
    leadIns: remember((block) => leadInsOf(blocks, block)),
    headerCells: remember((block) => headerCellsOf(blocks, block)),
    row: remember((block) => rowOf(blocks, block)),
    footnotes: (label) => footnotes.get(label) ?? [],
  }
}

export const isProse = ({ kind }: Block): boolean => kind !== 'code' && kind !== 'front-matter' && kind !== 'references'

function remember<Value>(make: (block: number) => Value): (block: number) => Value {
  const made = new Map<number, Value>()
  return (block) => {
    const known = made.get(block)
    if (known !== undefined) return known
    const value = make(block)
    made.set(block, value)
    return value
  }
}

function headingPathsOf(blocks: readonly Block[]): (readonly number[])[] {
  let path: readonly number[] = []
  return blocks.map((block, at) => {
    if (block.kind !== 'heading') return path
    const above = path.filter((heading) => (blocks[heading] as Block).depth < block.depth)
    path = [...above, at]
    return above
  })
}

/** What introduces an item stands at most this many blocks before it. */
export const LOOK_BACK = 60

export function leadInsOf(blocks: readonly Block[], block: number): number[] {
  const found: number[] = []
  let depth = blocks[block]?.kind === 'list-item' ? (blocks[block] as Block).depth : 0
  for (let at = block - 1; at >= Math.max(0, block - LOOK_BACK) && depth > 0; at--) {
    const above = blocks[at] as Block
    if (above.kind === 'list-item' && above.depth >= depth) continue
    found.push(at)
    depth = above.kind === 'list-item' ? above.depth : 0
  }
  return found
}

export function headerCellsOf(blocks: readonly Block[], block: number): number[] {
  const cell = blocks[block]?.cell
  if (!cell) return []
  return tableAround(blocks, block).filter((at) => {
    const other = (blocks[at] as Block).cell
    const heads = other?.row === 0 && other.column === cell.column && cell.row > 0
    return heads || (other?.row === cell.row && other.column === 0 && cell.column > 0)
  })
}

export function rowOf(blocks: readonly Block[], block: number): number[] {
  const cell = blocks[block]?.cell
  return cell
    ? tableAround(blocks, block).filter((at) => (blocks[at] as Block).cell?.row === cell.row && at !== block)
    : []
}

function tableAround(blocks: readonly Block[], block: number): number[] {
  const table = blocks[block]?.cell?.table
  const inTable = (at: number): boolean => blocks[at]?.cell !== undefined && blocks[at]?.cell?.table === table
  let from = block
  while (inTable(from - 1)) from--
  const found: number[] = []
  for (let at = from; inTable(at); at++) found.push(at)
  return found
}
