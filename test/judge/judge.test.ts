import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Claim } from '../../engine/claims/claim.js'
import type { Verdict } from '../../engine/claims/weigh.js'
import type { Seen } from '../../engine/judge/features.js'
import type { Judge } from '../../engine/judge/judge.js'
import { fromBase64, tableOf, toBase64 } from '../../engine/judge/model.js'
import { type Objection, withSecondOpinion } from '../../engine/judge/second-opinion.js'
import { type Lesson, train, usualPlan } from '../../engine/judge/train.js'

const seen = {} as Seen
const claim = { rule: 'framing/absolute-safety' } as Claim
const stands: Verdict = { kind: 'stands', claim, also: [], patterns: [] }
const cleared: Verdict = { kind: 'cleared', claim, clearings: [{ guard: 'N1', reason: 'denied' }] }

const judgeThatScores = (score: number): Judge => ({
  thresholds: { keep: -2, alone: 2 },
  knows: (rule) => rule.startsWith('framing/'),
  passes: () => true,
  score: () => score,
  fits: () =>
    new Map([
      ['framing/alignment-solved', 0.7],
      ['framing/absolute-safety', 0.1],
    ]),
  loudest: () => ({ start: 0, end: 4 }),
  reasons: () => [],
})

/** What becomes of some verdicts under a judge of a given mind; `agrees`, `doubts`, `alone` or `silent`. */
function check(
  verdicts: readonly Verdict[],
  score: number,
  expected: string,
  objection: Objection = 'none',
  critical = 0,
): void {
  const [first] = withSecondOpinion(
    verdicts,
    seen,
    judgeThatScores(score),
    () => objection,
    () => critical,
  )
  assert.equal(first?.kind === 'stands' ? (first.opinion?.kind ?? 'unasked') : 'silent', expected)
}

describe('The judge', () => {
  it('agrees with a frame that it does not hold for clean', () => check([stands], -1, 'agrees'))
  it('doubts a frame when the sentence sounds clean', () => check([stands], -3, 'doubts'))
  it('speaks alone when it is sure', () => check([], 2.5, 'alone'))
  it('stays silent when it is not', () => check([], 1.5, 'silent'))
  it('must be surer in a critical text', () => {
    check([], 3, 'silent', 'none', 1)
    check([stands], 1, 'doubts', 'none', 1)
  })
  it('has no opinion on a rule that it was not trained on', () => {
    const own: Verdict = { kind: 'stands', claim: { ...claim, rule: 'our/own' }, also: [], patterns: [] }
    check([own], -9, 'unasked')
  })
  it('must be surer where a guard cleared a frame', () => {
    check([cleared], 2.5, 'silent')
    check([cleared], 12.5, 'alone')
  })
  it('must be surer where a guard clears what it would mark', () => {
    check([], 2.5, 'silent', 'guard')
    check([], 12.5, 'alone', 'guard')
  })
  it('says nothing against a footnote that states the limitation', () => check([], 12.5, 'silent', 'final'))
})

const lesson = (features: readonly number[], rule: string | null): Lesson => ({
  features: Uint32Array.from(features),
  glance: Uint32Array.from(features),
  rule,
  weight: 1,
})

describe('Training', () => {
  const lessons: Lesson[] = [
    ...Array.from({ length: 20 }, () => lesson([1, 2], 'a/b')),
    ...Array.from({ length: 20 }, () => lesson([2, 3], 'c/d')),
    ...Array.from({ length: 40 }, () => lesson([2, 4], null)),
  ]
  const small = { ...usualPlan, detectorBits: 4, namerBits: 4, gateBits: 4 }

  it('gives the same weights for the same lessons', () => {
    assert.deepEqual(train(lessons, small), train(lessons, small))
  })
  it('gives weight to what tells a claim from clean text', () => {
    const { detector } = train(lessons, small)
    const weights = tableOf(detector.weights, 16)
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
