import type { Block } from '../document/block.js'
import type { GuardId } from '../findings/finding.js'
import { type Clause, clauseOf } from '../language/clauses.js'
import type { Occurrence } from '../language/matcher.js'
import type { Sentence } from '../language/sentence.js'
import type { Claim } from './claim.js'
import type { Passage } from './passage.js'
import type { ConceptSet, PreparedPack } from './prepare.js'
import type { Voice } from './voice.js'

/** A claim in its surroundings: all that a guard may look at. */
export interface Scene {
  readonly claim: Claim
  readonly pack: PreparedPack
  readonly passage: Passage
  readonly voice: Voice
  readonly block: Block
  readonly sentence: Sentence
  /** Neighbours in the same block. */
  readonly previous: Sentence | undefined
  readonly next: Sentence | undefined
}

/** Why a guard clears a claim. `by` is a span of the block's text. */
export interface Clearing {
  readonly guard: GuardId
  readonly reason: string
  readonly by?: { readonly start: number; readonly end: number }
  /** The author has dealt with the claim on purpose, and no second opinion is asked. */
  readonly isFinal?: true
}

export type Guard = (scene: Scene) => Clearing | undefined

export function sceneOf(pack: PreparedPack, passage: Passage, voice: Voice, claim: Claim): Scene {
  const sentences = passage.sentences(claim.block)
  return {
    claim,
    pack,
    passage,
    voice,
    block: passage.document.blocks[claim.block] as Block,
    sentence: sentences[claim.sentence] as Sentence,
    previous: sentences[claim.sentence - 1],
    next: sentences[claim.sentence + 1],
  }
}

/** Occurrences of some concepts in the claim's sentence that the claim itself does not use up. */
export function outside({ sentence, claim }: Scene, set: ConceptSet): Occurrence[] {
  return sentence.occurrences.filter((one) => set[one.concept] === 1 && !usedUp(claim, one))
}

export const usedUp = ({ fillers }: Claim, { from, to }: Occurrence): boolean =>
  fillers.some(({ before, occurrence }) => !before && occurrence.from < to && from < occurrence.to)

export const clauseAt = ({ sentence }: Scene, token: number): Clause =>
  sentence.clauses[clauseOf(sentence.clauses, token)] as Clause

const GOES_ON = new Set(['complement', 'relative', 'aside', 'purpose'])
const JOINS = new Set(['and', 'or', 'but', 'nor'])

/**
 * Whether what a word at `from` governs goes on up to the claim. It ends where a clause of the author's own begins ("they saw nothing, and that
 * means ..."), and not at the comma behind an opening phrase ("it is untrue that, on any day, nothing slips by").
 */
export function governsUpTo({ sentence: { clauses, tokens }, claim }: Scene, from: number): boolean {
  const between = clauses.filter((clause) => clause.from > from && clause.from <= claim.coreFrom)
  return between.every(
    ({ kind, from: at }) => GOES_ON.has(kind) || (kind === 'coordinate' && !JOINS.has(tokens[at]?.norm ?? '')),
  )
}

/** Whether a word stands in a clause that governs what is said from the next one on: "nobody says | that ...". */
export function opensWhatIsSaid({ sentence: { clauses } }: Scene, at: number): boolean {
  const own = clauseOf(clauses, at)
  return clauses[own + 1]?.kind === 'complement'
}

/** The clause in which the claim's core begins. */
export const ownClause = (scene: Scene): Clause => clauseAt(scene, scene.claim.coreFrom)

export const spanOf = ({ tokens }: Sentence, { from, to }: Pick<Occurrence, 'from' | 'to'>) => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? tokens[from]?.end ?? 0,
})

export const wordAt = (scene: Scene, at: number): string => scene.sentence.tokens[at]?.norm ?? ''
