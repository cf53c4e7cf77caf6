import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Claim } from '../../engine/claims/claim.js'
import type { Verdict } from '../../engine/claims/weigh.js'
import { fromBase64, toBase64 } from '../../engine/judge/model.js'
import { withSecondOpinion } from '../../engine/judge/second-opinion.js'
import type { Judge } from '../../engine/judge/judge.js'
import type { Seen } from '../../engine/judge/features.js'
import { type Lesson, train, usualPlan } from '../../engine/judge/train.js'

const seen = {} as Seen
const claim = { rule: 'framing/absolute-safety' } as Claim
const stands: Verdict = { kind: 'stands', claim, also: [] }
const cleared: Verdict = { kind: 'cleared', claim, clearings: [{ guard: 'N1', reason: 'denied' }] }

const judgeThatScores = (score: number): Judge => ({
  thresholds: { keep: -2, alone: 2 },
  score: () => score,
  name: () => ({ rule: 'framing/alignment-solved', probability: 1 }),
  loudest: () => ({ start: 0, end: 4 }),
  reasons: () => [],
})

/** What becomes of some verdicts under a judge of a given mind; `agrees`, `doubts`, `alone` or `silent`. */
function check(verdicts: readonly Verdict[], score: number, expected: string, guarded = false): void {
  const [first] = withSecondOpinion(verdicts, seen, judgeThatScores(score), () => guarded)
  assert.equal(first?.kind === 'stands' ? (first.opinion?.kind ?? 'unasked') : 'silent', expected)
}

describe('The judge', () => {
  it('agrees with a frame that it does not hold for clean', () => check([stands], -1, 'agrees'))
  it('doubts a frame when the sentence sounds clean', () => check([stands], -3, 'doubts'))
  it('speaks alone when it is sure', () => check([], 2.5, 'alone'))
  it('stays silent when it is not', () => check([], 1.5, 'silent'))
  it('must be surer where a guard cleared a frame', () => {
    check([cleared], 2.5, 'silent')
    check([cleared], 4, 'alone')
  })
  it('must be surer where a guard clears what it would mark', () => {
    check([], 2.5, 'silent', true)
    check([], 4, 'alone', true)
  })
})

describe('Training', () => {
  const lessons: Lesson[] = [
    ...Array.from({ length: 20 }, () => ({ features: Uint32Array.of(1, 2), rule: 'a/b', weight: 1 })),
    ...Array.from({ length: 20 }, () => ({ features: Uint32Array.of(2, 3), rule: 'c/d', weight: 1 })),
    ...Array.from({ length: 40 }, () => ({ features: Uint32Array.of(2, 4), rule: null, weight: 1 })),
  ]
  const small = { ...usualPlan, detectorBits: 4, namerBits: 4 }

  it('gives the same weights for the same lessons', () => {
    assert.deepEqual(train(lessons, small), train(lessons, small))
  })
  it('gives weight to what tells a claim from clean text', () => {
    const { detector } = train(lessons, small)
    const weights = fromBase64(detector.weights, 16)
    assert.ok((weights[1] as number) > 0 && (weights[3] as number) > 0 && (weights[4] as number) < 0)
  })
})

describe('Weights as text', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.int8Array({ maxLength: 100 }), (bytes) => {
        assert.deepEqual(fromBase64(toBase64(bytes), bytes.length), bytes)
      }),
    )
  })
})
