import type { Passage } from '../../claims/passage.js'

/** Takes features as numbers; `name` says what one is, for `explain`. `from` and `to` are the tokens that it was read off, if any. */
export interface FeatureSink {
  add(hash: number, name: () => string, from?: number, to?: number): void
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
