import type { Mood, Sound, Voice } from '../claims/voice.js'
import type { Block } from '../document/block.js'
import type { Undecided } from '../judge/balance.js'
import type { Sentence } from '../language/sentence.js'
import type { StandingClaim } from '../lint.js'
import type { Mention } from './mentions.js'
import type { Piece } from './piece.js'

/** Headings above a block, outermost first. The same list is the same headings. */
export type HeadingPath = readonly BlockState[]

/** What is known of one block, for as long as it is in the document. */
export interface BlockState {
  readonly block: Block
  readonly piece: Piece
  readonly sentences: readonly Sentence[]
  readonly sound: Sound
  /** Labels of the footnotes that it refers to. */
  readonly labels: readonly string[]
  /** Its number among all blocks, as it is now. */
  at: number
  path: HeadingPath
  /** The path below it, when it is a heading that stands under `path`. */
  below?: { readonly from: HeadingPath; readonly path: HeadingPath }
  reading?: BlockReading
  mentions?: readonly Mention[]
}

/** The claims in a block with all that they rest on outside it. As long as that is the same, so are they. */
export interface BlockReading {
  readonly claims: readonly StandingClaim[]
  readonly path: HeadingPath
  readonly before: BlockState | undefined
  readonly leads: readonly BlockState[]
  readonly notes: readonly BlockState[]
  /** The first blocks of the document, where they were looked at. */
  readonly opening: readonly BlockState[] | undefined
  /** What of the document's voice was asked for. */
  readonly voice: Partial<Pick<Voice, 'own' | 'ownNames'>>
  /** Sentences whose outcome may depend on the mood of the document, and what that was. */
  readonly undecided: readonly Undecided[]
  readonly mood: Mood
  /** It looked further than is known here, so it is never taken to be the same. */
  readonly isOpen: boolean
}
