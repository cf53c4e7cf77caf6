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
    if (kind !== 'footnote' || !label) return
    const known = footnotes.get(label)
    if (known) known.push(at)
    else footnotes.set(label, [at])
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

/** The cell that heads the column, then the one that heads the row. */
export function headerCellsOf(blocks: readonly Block[], block: number): number[] {
  const cell = blocks[block]?.cell
  if (!cell) return []
  const { table, row, column } = cell
  const isAt = (at: number, inRow: number, inColumn: number): boolean => {
    const other = blocks[at]?.cell
    return other?.table === table && other.row === inRow && other.column === inColumn
  }
  const top = firstOf(block, (at) => blocks[at]?.cell?.table === table)
  const heading = firstFrom(top, block, (at) => (blocks[at]?.cell?.row ?? 0) > 0 || columnAt(blocks, at) >= column)
  const first = firstOf(block, (at) => blocks[at]?.cell?.table === table && blocks[at]?.cell?.row === row)
  return [
    ...(row > 0 && isAt(heading, 0, column) ? [heading] : []),
    ...(column > 0 && isAt(first, row, 0) ? [first] : []),
  ]
}

const columnAt = (blocks: readonly Block[], at: number): number => blocks[at]?.cell?.column ?? 0

export function rowOf(blocks: readonly Block[], block: number): number[] {
  const cell = blocks[block]?.cell
  if (!cell) return []
  const inRow = (at: number): boolean => blocks[at]?.cell?.table === cell.table && blocks[at]?.cell?.row === cell.row
  const found: number[] = []
  for (let at = firstOf(block, inRow); inRow(at); at++) if (at !== block) found.push(at)
  return found
}

/** The first of a run that ends at `last`, by steps that grow and then by halving: tables may be long. */
function firstOf(last: number, isIn: (at: number) => boolean): number {
  let step = 1
  while (last - step >= 0 && isIn(last - step)) step *= 2
  return firstFrom(Math.max(0, last - step), last, isIn)
}

/** The first place from which on something holds, which holds at `high`. */
function firstFrom(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
