import type { Block, FrontMatter } from '../document/block.js'
import type { BlockState } from './block-state.js'
import type { LongText } from './long-text.js'

/**
 * A part of a text that was read by itself. Its blocks have places from its own beginning, so that they stay what they are when the
 * text before them grows or shrinks. Tables have numbers of their own within a session.
 */
export interface Piece {
  /** Where it begins in the text as it is now: the one thing that an edit elsewhere changes. */
  start: number
  readonly length: number
  readonly blocks: readonly Block[]
  /** Its blocks as a session knows them. */
  labelled?: LabelledPiece
}

/** The blocks of a piece with their labels, and what these labels depend on. */
export interface LabelledPiece {
  /** The level of the reference list that is open before it, and behind it. */
  readonly from: number
  readonly level: number
  readonly before: Block | undefined
  readonly behind: Block | undefined
  readonly states: readonly BlockState[]
}

/** What a text is made of. */
export interface Parts<Kind extends Piece = Piece> {
  readonly pieces: readonly Kind[]
  /** Somewhere in the text stand the signs with which a directive begins. */
  readonly hasCue: boolean
  readonly frontMatter?: FrontMatter
}

/** Reads a text after each change; what did not change comes back as the same pieces. */
export type PieceReader = (source: LongText) => Parts

/** Pieces that may be used again, each once, by a key. */
export function poolOf<Kind>(
  pieces: readonly Kind[],
  keyOf: (piece: Kind) => string,
): (key: string) => Kind | undefined {
  const pool = new Map<string, Kind[]>()
  for (const piece of pieces) {
    const key = keyOf(piece)
    const same = pool.get(key)
    if (same) same.push(piece)
    else pool.set(key, [piece])
  }
  return (key) => pool.get(key)?.shift()
}

/**
 * The same characters in a string of their own. A slice keeps the whole text alive that it was cut from, and a document would then keep
 * every version of itself.
 */
export const detached = (text: string): string => ` ${text}`.slice(1)
