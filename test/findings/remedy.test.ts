import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Finding } from '../../engine/findings/finding.js'
import { remedy } from '../../engine/findings/remedy.js'
import { qualifies, type Rule } from '../../engine/rules/pack.js'
import { builtIn } from '../knowledge/built-in.js'
import { findingLike, packWith, ruleLike } from './sample.js'

const remedyOf = (rule: Partial<Rule>, finding: Partial<Finding> = {}) => {
  const whole = ruleLike(rule)
  return remedy(findingLike({ rule: whole.id, ...finding }), packWith(whole))
}

describe('the remedy of a finding', () => {
  it('gives the limitation that the rule names first, with section and page', () => {
    const { limitation, section, page } = remedyOf({ limitations: ['no-method-guarantees', 'no-safe-ai-yet'] })
    assert.match(limitation, /none that gives strong assurance/)
    assert.deepEqual([section, page], ['Conclusion', 35])
  })

  it('cites the report without a bare year', () => {
    const { cite } = remedyOf({ limitations: ['trained-models-still-fail'] })
    const section =
      'Reinforcement learning from human feedback (RLHF) › Why this does not sufficiently meet the conditions for safety'
    assert.equal(cite, `Janků et al. (n.d.), We have no science of safe AI, ${section}, p. 17`)
  })

  it("gives the rule's first figure with what it is a figure of", () => {
    const { figure } = remedyOf({ figures: ['two-percent'] })
    assert.equal(
      figure,
      'Share of AI research that is on safety: About 2 % of published AI research, 2017-2022, by one estimate (Emerging Technology Observatory, 2024).',
    )
  })

  it('has no figure where none is on record', () => {
    assert.equal('figure' in remedyOf({ figures: [] }), false)
  })

  it('gives a benchmark finding the figure of the benchmark it names', () => {
    const rule = {
      id: 'benchmark/capability-correlated',
      figures: ['ethics-822'],
      limitations: ['benchmarks-track-capability'],
    }
    const { figure } = remedyOf(rule, { benchmarks: ['mt-bench'] })
    assert.equal(figure, 'MT-Bench tracks general capability: 78.7 % (26 chat models, Ren et al. 2024).')
  })

  it('says what to write instead', () => {
    assert.equal(remedyOf({}).instead, 'Say which behaviour was reduced, and on which test.')
  })

  it('always shows what narrows the limitation', () => {
    const { newer } = remedyOf({ limitations: ['removal-unsolved'] })
    assert.ok(
      newer.some((fact) => /^Narrowed \(August 2025\): .* \(O'Brien et al\. 2025\)$/.test(fact)),
      newer.join('\n'),
    )
  })

  it('shows it also where another rule quotes the same limitation', () => {
    const { newer } = remedyOf({ id: 'evaluation/result-transferred', limitations: ['capability-remains'] })
    assert.ok(newer.some((fact) => fact.startsWith('Narrowed (January 2025)')))
  })

  it('names the reporter of a fact at second hand', () => {
    const { newer } = remedyOf({ id: 'benchmark/unvetted-evidence', limitations: ['unvetted-benchmarks'] })
    assert.deepEqual(newer, [
      'Disputed (December 2024): The sign reported for MACHIAVELLI differs between the arXiv and the NeurIPS version of the study. (Ren et al. 2024, ' +
        "as reported by the notes in ahmad-alismail/ai-safety-concept-kb (the sign was recomputed from the authors' data))",
    ])
  })

  it('leaves out no fact that narrows or disputes, for any limitation', () => {
    const { newer: facts, limitations } = builtIn.knowledge
    for (const { id } of limitations) {
      const { newer } = remedyOf({ id: 'team/own-rule', limitations: [id] })
      const expected = facts.filter((fact) => qualifies(fact.effect) && fact.limitations.includes(id))
      assert.equal(newer.length, expected.length, id)
    }
  })

  it('gives the reason of a rule that names no limitation', () => {
    const { limitation, cite, page } = remedyOf({ id: 'team/own-rule', limitations: [] })
    assert.deepEqual(
      [limitation, cite, page],
      ['Training changes what a model shows, not reliably what it can do.', '', 0],
    )
  })
})
