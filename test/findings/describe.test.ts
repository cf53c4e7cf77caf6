import assert from 'node:assert/strict'
import { describe as group, it } from 'mocha'
import { describe } from '../../engine/findings/describe.js'
import type { ClaimWords } from '../../engine/findings/finding.js'
import { findingLike, packWith, ruleLike } from './sample.js'

const check = (message: string, words: ClaimWords, expected: string) =>
  assert.equal(describe(findingLike({ words }), packWith(ruleLike({ message }))), expected)

const checkBenchmarks = (benchmarks: readonly string[], means: string, expected: string) => {
  const id = 'benchmark/capability-correlated'
  const rule = ruleLike({ id, message: 'A score is weak evidence of safety.' })
  const said = describe(findingLike({ rule: id, benchmarks, words: { means } }), packWith(rule))
  assert.equal(said, `A score is weak evidence of safety. ${expected}`)
}

group('the sentence of a finding', () => {
  it("takes the claim's own words", () => {
    check(
      '{means|Training} does not make {subject|a model} safe.',
      { means: 'RLHF', subject: 'Lark 2' },
      'RLHF does not make Lark 2 safe.',
    )
  })

  it('falls back where the claim has no words for a slot', () => {
    check(
      '{means|Training} does not make {subject|a model} safe.',
      { subject: ' ' },
      'Training does not make a model safe.',
    )
  })

  it('begins with a capital', () => {
    check('{means|Training} is not enough.', { means: 'our preference tuning' }, 'Our preference tuning is not enough.')
  })

  it('folds line ends and what stands for code or images', () => {
    check('{means|x} fails.', { means: 'The\n  model \uFFFC\uFFFC card' }, 'The model card fails.')
  })

  it('drops quotation marks and stops around the words', () => {
    check('{means|x} fails.', { means: '“Constitutional AI”,' }, 'Constitutional AI fails.')
  })

  it('shortens long words to sixty characters, between words', () => {
    const means = 'Training on the preferences of several thousand carefully selected raters'
    check('{means|x} fails.', { means }, 'Training on the preferences of several thousand carefully… fails.')
  })

  it('does not take braces in the document for places to fill', () => {
    check('{means|x} and {property|y}.', { means: '{property|z}' }, '{property|z} and y.')
  })

  it('is the id of a rule that the pack does not hold', () => {
    assert.equal(describe(findingLike({ rule: 'team/own-rule' }), packWith()), 'Team/own-rule')
  })
})

group('the sentence of a benchmark finding', () => {
  it('adds the correlation with its conditions', () => {
    checkBenchmarks(
      ['truthfulqa'],
      'TruthfulQA',
      'TruthfulQA tracks general capability: 81.2 % (MC1, 26 chat models, Ren et al. 2024).',
    )
    checkBenchmarks(['ethics'], 'ETHICS', 'ETHICS tracks general capability: 82.2 % (26 chat models, Ren et al. 2024).')
    checkBenchmarks(
      ['mt-bench'],
      'MT-Bench',
      'MT-Bench tracks general capability: 78.7 % (26 chat models, Ren et al. 2024).',
    )
  })

  it('gives each of several benchmarks its own', () => {
    const expected =
      'GPQA tracks general capability: 77.7 % (26 chat models, Ren et al. 2024). ' +
      'No correlation with general capability is on record for StrongREJECT and house-quiz.'
    checkBenchmarks(['gpqa', 'strongreject', 'house-quiz'], 'GPQA', expected)
  })

  it('says that none is on record for a benchmark outside the study', () => {
    checkBenchmarks(
      ['sorry-bench'],
      'SORRY-Bench',
      'No correlation with general capability is on record for SORRY-Bench.',
    )
  })

  it('takes the split that the claim names', () => {
    const bbq = 'BBQ (Disambiguated) tracks general capability: 76.8 % (26 chat models, Ren et al. 2024).'
    checkBenchmarks(['bbq'], 'a 93 % on BBQ-Disambiguated', bbq)
    const qa =
      'HaluEval (QA) is on record with 18.4 % against general capability (26 chat models, Ren et al. 2024), which does not make a score evidence of safety.'
    checkBenchmarks(['halueval'], 'HaluEval (QA)', qa)
  })

  it('does not take an everyday word for a split', () => {
    const whole = 'HaluEval tracks general capability: 56.7 % (26 chat models, Ren et al. 2024).'
    checkBenchmarks(['halueval'], 'what our QA team found on HaluEval', whole)
  })

  it('lists the splits when the bare name stands for none', () => {
    const expected =
      'BBQ is on record by split only: Ambiguous -37.3 % and Disambiguated 76.8 % (26 chat models, Ren et al. 2024).'
    checkBenchmarks(['bbq'], 'BBQ', expected)
  })

  it('does not take a low correlation for a certificate', () => {
    const expected =
      'HarmBench is on record with -18.2 % against general capability (DirectRequest, 26 chat models, Ren et al. 2024), ' +
      'which does not make a score evidence of safety.'
    checkBenchmarks(['harmbench'], 'HarmBench', expected)
  })

  it('prints no figure for MACHIAVELLI', () => {
    const expected =
      'The sign reported for MACHIAVELLI differs between the arXiv and the NeurIPS version, so no figure is printed.'
    checkBenchmarks(['machiavelli'], 'MACHIAVELLI', expected)
  })

  it('prints only the size where the direction is not confirmed', () => {
    const expected =
      'Simple co-occurrence bias is on record with 37.3 % (direction not confirmed) against general capability ' +
      '(26 chat models, Ren et al. 2024), which does not make a score evidence of safety.'
    checkBenchmarks(['simple-cooccurrence'], 'co-occurrence', expected)
  })

  it('says what else than capability a score was set against', () => {
    const brier =
      'Brier score as a calibration measure tracks accuracy on MMLU: 95.5 % (MMLU, 26 chat models, Ren et al. 2024).'
    checkBenchmarks(['brier-score'], 'Brier score', brier)
    checkBenchmarks(
      ['imagenet-a'],
      'ImageNet-A',
      'ImageNet-A tracks ImageNet accuracy: 97.9 % (vision models, Ren et al. 2024).',
    )
  })
})
