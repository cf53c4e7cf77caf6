import type { Claim } from '../claims/claim.js'
import type { Verdict } from '../claims/weigh.js'
import type { Seen } from './features.js'
import type { Judge } from './judge.js'

/** Where a guard clears the frame, or what the judge would mark, the judge must be that much surer to speak all the same. */
const AGAINST_GUARD = 10

/** In a critical text nearly every sentence has the words of a claim and hardly any makes one: there the judge must be surer by this much. */
const IN_CRITICAL_TEXT = 4

/** What the guards say of a claim that the judge alone would make; against what is final it does not speak. */
export type Objection = 'none' | 'guard' | 'final'

/**
 * The verdicts of frames and guards after the judge: it may doubt a frame, or speak where no frame stands. `objectionTo` asks the guards
 * about a claim; `critical` is that of the document's voice.
 */
export function withSecondOpinion(
  verdicts: readonly Verdict[],
  seen: Seen,
  judge: Judge,
  objectionTo: (claim: Claim) => Objection,
  critical: () => number,
): readonly Verdict[] {
  const heard = judge.score(seen)
  if (verdicts.length === 0 && heard < judge.thresholds.alone) return verdicts
  const score = heard - IN_CRITICAL_TEXT * critical()
  const { keep, alone } = judge.thresholds
  if (verdicts.some(({ kind }) => kind === 'stands')) {
    const kind = score < keep ? 'doubts' : 'agrees'
    const fits = kind === 'agrees' ? judge.fits(seen) : new Map<string, number>()
    return verdicts.map((one) =>
      one.kind === 'stands' && judge.knows(one.claim.rule)
        ? { ...betterNamed(one, fits), opinion: { score, kind } }
        : one,
    )
  }
  if (score < alone) return verdicts
  const claim = claimOf(seen, judge)
  const objection = objectionTo(claim)
  if (objection === 'final') return verdicts
  const guarded = verdicts.length > 0 || objection === 'guard'
  if (guarded && score < alone + AGAINST_GUARD) return verdicts
  return [{ kind: 'stands', claim, also: [], patterns: [], opinion: { score, kind: 'alone' } }, ...verdicts]
}

/** Whether what the judge heard of a sentence leads to the same outcome in two documents, as critical as given. */
export function decidesAlike({ thresholds }: Judge, heard: number, critical: number, other: number): boolean {
  const { keep, alone } = thresholds
  return [keep, alone, alone + AGAINST_GUARD].every(
    (threshold) => heard - IN_CRITICAL_TEXT * critical < threshold === heard - IN_CRITICAL_TEXT * other < threshold,
  )
}

type Standing = Extract<Verdict, { readonly kind: 'stands' }>

/** Where frames of several rules stand on the same words the one that fits best speaks. */
function betterNamed(verdict: Standing, fits: ReadonlyMap<string, number>): Standing {
  const { claim, also } = verdict
  const fitOf = (rule: string): number => fits.get(rule) ?? 0
  const best = also.reduce((one, other) => (fitOf(other) > fitOf(one) ? other : one), claim.rule)
  if (best === claim.rule) return verdict
  return { ...verdict, claim: { ...claim, rule: best }, also: [claim.rule, ...also.filter((rule) => rule !== best)] }
}

const bestOf = (fits: ReadonlyMap<string, number>): string =>
  [...fits].reduce((best, one) => (one[1] > best[1] ? one : best))[0]

/** The judge marks words and no concept of the lexicon. */
const NO_CONCEPT = -1

function claimOf(seen: Seen, judge: Judge): Claim {
  const { start, end } = judge.loudest(seen)
  return {
    rule: bestOf(judge.fits(seen)),
    pattern: 'judge',
    block: seen.block,
    sentence: seen.sentence,
    fillers: [{ name: 'phrase', before: false, occurrence: { concept: NO_CONCEPT, from: start, to: end } }],
    from: start,
    to: end,
    coreFrom: start,
    coreTo: end,
    fullness: 0,
  }
}
