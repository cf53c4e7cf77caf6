import type { Occurrence } from '../language/matcher.js'
import type { SlotName } from '../rules/pack.js'

/** What fills a slot of a claim. `before` says that it stands in the sentence before. */
export interface Filler {
  readonly name: SlotName | 'with' | 'phrase'
  readonly occurrence: Occurrence
  readonly before: boolean
}

/** A frame found in a sentence: who or what is said to give which property to what, by which rule. Token numbers. */
export interface Claim {
  readonly rule: string
  /** `claim 2` or `phrase 0`: the part of the rule that found it. */
  readonly pattern: string
  readonly block: number
  readonly sentence: number
  readonly fillers: readonly Filler[]
  /** All words of the claim in its sentence. */
  readonly from: number
  readonly to: number
  /** The words that say it: relation and property, or the whole phrase. */
  readonly coreFrom: number
  readonly coreTo: number
  /** The judge chose another rule than the frame's, so the frame's slots say nothing of it. */
  readonly isRenamed?: true
  /** How much of a frame was filled: the fuller one explains the words better. */
  readonly fullness: number
}
