import type { Claim } from '../claims/claim.js'
import type { Verdict } from '../claims/weigh.js'
import type { Seen } from './features.js'
import type { Judge } from './judge.js'

/** A guard has already cleared a frame here: the judge must be that much surer to speak all the same. */
const AGAINST_GUARD = 1.5

/** The verdicts of frames and guards after the judge: it may doubt a frame, or speak where no frame stands. */
export function withSecondOpinion(verdicts: readonly Verdict[], seen: Seen, judge: Judge): readonly Verdict[] {
  const score = judge.score(seen)
  const { keep, alone } = judge.thresholds
  if (verdicts.some(({ kind }) => kind === 'stands')) {
    const kind = score < keep ? 'doubts' : 'agrees'
    return verdicts.map((one) => (one.kind === 'stands' ? { ...one, opinion: { score, kind } } : one))
  }
  if (score < alone + (verdicts.length > 0 ? AGAINST_GUARD : 0)) return verdicts
  return [{ kind: 'stands', claim: claimOf(seen, judge), also: [], opinion: { score, kind: 'alone' } }, ...verdicts]
}

function claimOf(seen: Seen, judge: Judge): Claim {
  const { start, end } = judge.loudest(seen)
  return {
    rule: judge.name(seen).rule,
    pattern: 'judge',
    block: seen.block,
    sentence: seen.sentence,
    fillers: [],
    from: start,
    to: end,
    coreFrom: start,
    coreTo: end,
    fullness: 0,
  }
}
