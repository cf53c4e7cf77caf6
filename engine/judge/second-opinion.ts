import type { Claim } from '../claims/claim.js'
import type { Verdict } from '../claims/weigh.js'
import type { Seen } from './features.js'
import type { Judge } from './judge.js'

/** Where a guard clears the frame, or what the judge would mark, the judge must be that much surer to speak all the same. */
const AGAINST_GUARD = 1.5

/**
 * The verdicts of frames and guards after the judge: it may doubt a frame, or speak where no frame stands. `isCleared` asks the guards
 * about a claim.
 */
export function withSecondOpinion(
  verdicts: readonly Verdict[],
  seen: Seen,
  judge: Judge,
  isCleared: (claim: Claim) => boolean,
): readonly Verdict[] {
  const score = judge.score(seen)
  const { keep, alone } = judge.thresholds
  if (verdicts.some(({ kind }) => kind === 'stands')) {
    const kind = score < keep ? 'doubts' : 'agrees'
    return verdicts.map((one) => (one.kind === 'stands' ? { ...one, opinion: { score, kind } } : one))
  }
  if (score < alone) return verdicts
  const claim = claimOf(seen, judge)
  const guarded = verdicts.length > 0 || isCleared(claim)
  if (guarded && score < alone + AGAINST_GUARD) return verdicts
  return [{ kind: 'stands', claim, also: [], opinion: { score, kind: 'alone' } }, ...verdicts]
}

/** The judge marks words and no concept of the lexicon. */
const NO_CONCEPT = -1

function claimOf(seen: Seen, judge: Judge): Claim {
  const { start, end } = judge.loudest(seen)
  return {
    rule: judge.name(seen).rule,
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
