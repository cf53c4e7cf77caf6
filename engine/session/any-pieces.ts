import type { Block } from '../document/block.js'
import { CUE } from '../document/directives.js'
import { moveBlocks } from '../document/markdown/parse-chunk.js'
import { parseDocument } from '../document/parse.js'
import { detached, type Piece, type PieceReader, poolOf } from './piece.js'

interface KeyedPiece extends Piece {
  readonly key: string
}

/**
 * For languages whose text cannot be cut before it is read: all of it is read after each change, which is fast for plain text, and blocks
 * that come out the same are the ones from before. A table is one piece.
 */
export function anyPieces(languageId: string): PieceReader {
  let pieces: readonly KeyedPiece[] = []
  let groups = 0
  return (text) => {
    const source = String(text)
    const { blocks, frontMatter } = parseDocument(source, languageId)
    const known = poolOf(pieces, ({ key }) => key)
    pieces = tablesWhole(blocks).map((own): KeyedPiece => {
      const { start } = own[0]?.span ?? { start: 0 }
      const end = Math.max(...own.map(({ span }) => span.end))
      const local = moveBlocks(own, -start, 0)
      const key = keyOf(local)
      const piece = known(key)
      if (!piece) return { start, length: end - start, key, blocks: kept(local, ++groups) }
      piece.start = start
      return piece
    })
    return { pieces, hasCue: source.includes(CUE), ...(frontMatter ? { frontMatter } : {}) }
  }
}

function tablesWhole(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block.cell && last?.[0]?.cell?.table === block.cell.table) last.push(block)
    else parts.push([block])
  }
  return parts
}

/** With strings of their own, and a number for the table that they are cells of. */
const kept = (blocks: readonly Block[], table: number): Block[] =>
  blocks.map((block) => {
    const text = detached(block.text)
    return block.cell ? { ...block, text, group: table, cell: { ...block.cell, table } } : { ...block, text }
  })

/** All of a block but its numbers, which only tell blocks of one document apart. */
const keyOf = (blocks: readonly Block[]): string =>
  JSON.stringify(
    blocks.map(({ group: _, cell, ...rest }) => (cell ? { ...rest, row: cell.row, column: cell.column } : rest)),
  )
