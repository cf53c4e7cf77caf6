import type { Claim } from '../claims/claim.js'
import type { Clearing } from '../claims/scene.js'
import type { Mood } from '../claims/voice.js'
import type { Opinion, Verdict } from '../claims/weigh.js'
import type { Block } from '../document/block.js'
import { type Evidence, evidenceOfMood, type Undecided } from './balance.js'
import { evidenceOn } from './evidence.js'
import type { Seen } from './features.js'
import type { Judge } from './judge.js'

/** Whom the judge may ask. */
export interface Witness {
  /** Every guard that would clear a claim. */
  readonly clearings: (claim: Claim) => readonly Clearing[]
  /** The mood of the document, for a sentence of which all else is known. */
  readonly mood: (undecided: Undecided) => Mood
}

/** The verdicts of frames and guards after the judge, who gave the sentence the score `heard`: it may doubt a frame, or speak where no frame stands. */
export function withSecondOpinion(
  verdicts: readonly Verdict[],
  seen: Seen,
  heard: number,
  judge: Judge,
  witness: Witness,
): readonly Verdict[] {
  if (heard < HOPELESS) return verdicts.map((one) => withOpinion(one, judge, { score: heard, kind: 'doubts' }))
  const clearings = witness.clearings(loudestWords(seen, judge))
  const sum = judge.balance.weigh(evidenceOn(heard, verdicts, clearings, blockOf(seen), tokensOf(seen).length))
  const glance = judge.glance(tokensOf(seen))
  const score = sum + judge.balance.lean(witness.mood({ sum, glance }), glance)
  const stands = verdicts.some(({ kind }) => kind === 'stands')
  if (score <= 0) return stands ? verdicts.map((one) => withOpinion(one, judge, { score, kind: 'doubts' })) : verdicts
  const fits = judge.fits(seen)
  if (stands) return verdicts.map((one) => withOpinion(one, judge, { score, kind: 'agrees' }, fits))
  if (clearings.some(({ isFinal }) => isFinal)) return verdicts
  const claim = claimOf(verdicts, seen, judge, fits)
  return [{ kind: 'stands', claim, also: [], patterns: [], opinion: { score, kind: 'alone' } }, ...verdicts]
}

/**
 * The other evidence does not outweigh so low a score, and is not collected. Of 720 findings in labelled documents, those kept aside
 * included, none scored under -1.1; frames and guards cost more than all that the judge reads.
 */
export const HOPELESS = -2.5

/** All that the judge weighs, the document included. */
export function allEvidence(
  verdicts: readonly Verdict[],
  seen: Seen,
  judge: Judge,
  witness: Witness,
): readonly Evidence[] {
  const heard = judge.score(seen)
  if (heard < HOPELESS) return []
  const own = evidenceOn(
    heard,
    verdicts,
    witness.clearings(loudestWords(seen, judge)),
    blockOf(seen),
    tokensOf(seen).length,
  )
  const glance = judge.glance(tokensOf(seen))
  return [...own, ...evidenceOfMood(witness.mood({ sum: judge.balance.weigh(own), glance }), glance)]
}

const blockOf = ({ passage, block }: Seen): Block => passage.document.blocks[block] as Block
const tokensOf = ({ passage, block, sentence }: Seen) => passage.sentences(block)[sentence]?.tokens ?? []

type Standing = Extract<Verdict, { readonly kind: 'stands' }>

/** Of a team's own rules the judge has no opinion. */
function withOpinion(verdict: Verdict, judge: Judge, opinion: Opinion, fits?: ReadonlyMap<string, number>): Verdict {
  if (verdict.kind !== 'stands' || !judge.knows(verdict.claim.rule)) return verdict
  return { ...(fits ? betterNamed(verdict, fits) : verdict), opinion }
}

/** How much likelier a rule is when a frame of its own stands on the words. */
const FRAME_NAMES = 12

/** The rule that fits best speaks; those whose frames stand on the same words have the greater say. */
function betterNamed(verdict: Standing, fits: ReadonlyMap<string, number>): Standing {
  const { claim, also } = verdict
  const framed = [claim.rule, ...also]
  const best = bestOf(fits, framed)
  if (best === claim.rule) return verdict
  return { ...verdict, claim: { ...claim, rule: best, isRenamed: true }, also: framed.filter((rule) => rule !== best) }
}

/** At the same fit the first of the frames is named. */
function bestOf(fits: ReadonlyMap<string, number>, framed: readonly string[]): string {
  const weighed = [...fits].map(([rule, fit]) => [rule, framed.includes(rule) ? fit * FRAME_NAMES : fit] as const)
  const first = [framed[0] ?? '', (fits.get(framed[0] ?? '') ?? 0) * FRAME_NAMES] as const
  return weighed.reduce((best, one) => (one[1] > best[1] ? one : best), first)[0]
}

/** The judge marks words and no concept of the lexicon. */
const NO_CONCEPT = -1

/** Where the guards look for what denies, governs or quotes the claim when no frame tells which words it is made of. */
function loudestWords(seen: Seen, judge: Judge): Claim {
  const { start, end } = judge.loudest(seen)
  return { ...judged(seen, start, end), fillers: [] }
}

/** What the judge found alone: the words of a frame that a guard had cleared, or else those that speak loudest. */
function claimOf(verdicts: readonly Verdict[], seen: Seen, judge: Judge, fits: ReadonlyMap<string, number>): Claim {
  const frames = verdicts.filter(({ claim }) => judge.knows(claim.rule)).map(({ claim }) => claim)
  const rule = bestOf(
    fits,
    frames.map((frame) => frame.rule),
  )
  const frame = frames.find((one) => one.rule === rule)
  if (frame) return { ...frame, pattern: 'judge' }
  const { start, end } = judge.loudest(seen)
  return { ...judged(seen, start, end), rule }
}

function judged({ block, sentence }: Seen, from: number, to: number): Claim {
  return {
    rule: '',
    pattern: 'judge',
    block,
    sentence,
    fillers: [{ name: 'phrase', before: false, occurrence: { concept: NO_CONCEPT, from, to } }],
    from,
    to,
    coreFrom: from,
    coreTo: to,
    fullness: 0,
  }
}
