import type { Passage } from '../../claims/passage.js'

/** Takes features as numbers. `from` and `to` are the tokens that one was read off, if any. */
export interface FeatureSink {
  add(hash: number, name: () => string, from?: number, to?: number): void
  /** Whether names are asked for, as `explain` does; else none is made, since there are some hundred features to a sentence. */
  readonly named?: boolean
  /** Whether the sentence's own features have settled the matter; then its neighbours need not be read. */
  enough?(): boolean
}

/** What the judge looks at. `concepts` names the lexicon's concepts by number. */
export interface Seen {
  readonly passage: Passage
  readonly block: number
  readonly sentence: number
  readonly concepts: readonly string[]
}

/** Stands for the name of a feature where none is asked for. */
export const nameless = (): string => ''
