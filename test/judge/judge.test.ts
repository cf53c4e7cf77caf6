import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Claim } from '../../engine/claims/claim.js'
import type { Passage } from '../../engine/claims/passage.js'
import type { Clearing } from '../../engine/claims/scene.js'
import type { Mood } from '../../engine/claims/voice.js'
import type { Verdict } from '../../engine/claims/weigh.js'
import type { Block } from '../../engine/document/block.js'
import { balanceFrom, decidesAlike } from '../../engine/judge/balance.js'
import type { Seen } from '../../engine/judge/features.js'
import type { Judge } from '../../engine/judge/judge.js'
import { fromBase64, tableOf, toBase64 } from '../../engine/judge/model.js'
import { withSecondOpinion } from '../../engine/judge/second-opinion.js'
import { type Lesson, train, usualPlan } from '../../engine/judge/train.js'
import { fitBalance } from '../../engine/judge/train-balance.js'

const block = { kind: 'paragraph', quoted: false } as Block
const seen = {
  passage: { document: { blocks: [block] }, sentences: () => [{ tokens: [] }] } as unknown as Passage,
  block: 0,
  sentence: 0,
  concepts: [],
} as Seen
const claim = { rule: 'framing/absolute-safety', pattern: 'claim 0', fullness: 2 } as Claim
const stands: Verdict = { kind: 'stands', claim, also: [], patterns: [] }
const cleared: Verdict = { kind: 'cleared', claim, clearings: [{ guard: 'N1', reason: 'denied' }] }

const weights = {
  judge: 1,
  frame: 2,
  'frame cleared by N1': -2,
  'sentence N3: a question': -3,
  'claims around': 0.5,
  'critical text': -4,
}

const judgeThatScores = (score: number): Judge => ({
  knows: (rule) => rule.startsWith('framing/'),
  passes: () => true,
  glance: () => -4,
  balance: balanceFrom({ bias: -2, weights }),
  score: () => score,
  hear: () => score,
  fits: () =>
    new Map([
      ['framing/alignment-solved', 0.7],
      ['framing/absolute-safety', 0.1],
    ]),
  loudest: () => ({ start: 0, end: 4 }),
  reasons: () => [],
})

interface Around {
  readonly mood?: Partial<Mood>
  readonly clearings?: readonly Clearing[]
}

const USUAL: Mood = { critical: 0, sentences: 1, heard: 0 }

function heard(
  verdicts: readonly Verdict[],
  score: number,
  { mood, clearings = [] }: Around = {},
): Verdict | undefined {
  const witness = { clearings: () => clearings, mood: () => ({ ...USUAL, ...mood }) }
  return withSecondOpinion(verdicts, seen, score, judgeThatScores(score), witness)[0]
}

/** What becomes of some verdicts under a judge of a given mind; `agrees`, `doubts`, `alone` or `silent`. */
function check(verdicts: readonly Verdict[], score: number, expected: string, around?: Around): void {
  const first = heard(verdicts, score, around)
  assert.equal(first?.kind === 'stands' ? (first.opinion?.kind ?? 'unasked') : 'silent', expected)
}

describe('The judge', () => {
  it('agrees with a frame that it does not hold for clean', () => check([stands], 0.5, 'agrees'))
  it('doubts a frame when the sentence sounds clean', () => check([stands], -3, 'doubts'))
  it('speaks alone when it is sure', () => check([], 2.5, 'alone'))
  it('stays silent when it is not', () => check([], 1.5, 'silent'))
  it('must be surer in a critical text', () => {
    check([], 3, 'silent', { mood: { critical: 1 } })
    check([stands], 1, 'doubts', { mood: { critical: 1 } })
  })
  it('needs less where many sentences sound like claims', () => {
    check([], 1.8, 'silent')
    check([], 1.8, 'alone', { mood: { sentences: 60, heard: 30_000 } })
  })
  it('needs more where none of many does', () => {
    check([], 2.5, 'silent', { mood: { sentences: 600, heard: 100 } })
  })
  it('has no opinion on a rule that it was not trained on', () => {
    const own: Verdict = { kind: 'stands', claim: { ...claim, rule: 'our/own' }, also: [], patterns: [] }
    check([own], -9, 'unasked')
  })
  it('must be surer where a guard cleared a frame', () => {
    check([cleared], 2.5, 'silent')
    check([cleared], 4.5, 'alone')
  })
  it('must be surer where a guard would clear the whole sentence', () => {
    const clearings: readonly Clearing[] = [{ guard: 'N3', reason: 'a question' }]
    check([], 2.5, 'silent', { clearings })
    check([], 5.5, 'alone', { clearings })
  })
  it('never speaks against a footnote that states the limitation', () => {
    check([], 99, 'silent', { clearings: [{ guard: 'N6', reason: 'a footnote', isFinal: true }] })
  })
  it('marks the words of a frame that a guard had cleared', () => {
    const verdict = heard([{ ...cleared, claim: { ...claim, from: 3, to: 7 } }], 4.5)
    assert.deepEqual([verdict?.claim.from, verdict?.claim.to], [3, 7])
  })
  it('names the rule that fits best, and gives those whose frames stand the greater say', () => {
    assert.equal(heard([stands], 3)?.claim.rule, 'framing/absolute-safety')
    assert.equal(heard([], 3)?.claim.rule, 'framing/alignment-solved')
  })
})

describe('The outcome of a sentence', () => {
  const { balance } = judgeThatScores(0)
  const alike = (sum: number, one: Partial<Mood>, other: Partial<Mood>): boolean =>
    decidesAlike(balance, { sum, glance: -4 }, { ...USUAL, ...one }, { ...USUAL, ...other })

  it('stays when the document changes too little to matter', () => assert.ok(alike(3, {}, { critical: 0.1 })))
  it('may change with the document around it', () => assert.ok(!alike(3, {}, { critical: 1 })))
})

const lesson = (features: readonly number[], rule: string | null): Lesson => ({
  features: Uint32Array.from(features),
  glance: Uint32Array.from(features),
  topic: Uint32Array.from(features),
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

describe('The balance', () => {
  const flag = (name: string) => ({ name, value: 1 })
  it('gives weight to evidence that tells, and little to evidence that does not', () => {
    const cases = Array.from({ length: 40 }, (_, at) => ({
      evidence: [flag('always'), flag(at % 2 === 0 ? 'for' : 'against')],
      isClaim: at % 2 === 0,
      weight: 1,
    }))
    const { weights } = fitBalance(cases, 0)
    assert.ok((weights.for as number) > 1 && (weights.against as number) < -1)
    assert.ok(Math.abs(weights.always as number) < 0.5)
  })
  it('asks for more evidence when it has to be surer', () => {
    assert.equal(fitBalance([], 0).bias - fitBalance([], 1).bias, 1)
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
