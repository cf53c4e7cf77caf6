import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { benchmarksPage, rulesTable, withRulesTable } from '../../engine/findings/docs.js'
import { rulePage } from '../../engine/findings/rule-page.js'
import { forbiddenIn } from '../../engine/rules/never-print.js'
import type { Rule } from '../../engine/rules/pack.js'
import { builtIn } from '../knowledge/built-in.js'
import { packWith, ruleLike } from './sample.js'

const pageOf = (changes: Partial<Rule> = {}) => rulePage(ruleLike(changes), packWith())

/** The body under a heading of the page. */
function sectionOf(page: string, title: string): string {
  const parts = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`))
  return parts?.slice(title.length).trim() ?? ''
}

describe('the page of a rule', () => {
  it('begins with its title and its id', () => {
    assert.match(
      pageOf(),
      /^# Suppressed is not removed\n\n`training\/capability-removed`, reported as \*\*warning\*\*/,
    )
  })

  it('answers what, why and what instead', () => {
    assert.equal(sectionOf(pageOf(), 'What it finds'), 'The text says that a dangerous capability is gone.')
    assert.match(sectionOf(pageOf(), 'Why it matters'), /^Training changes/)
    assert.match(sectionOf(pageOf(), 'What to write instead'), /^Say which behaviour/)
  })

  it('says where the report says so, with page and evidence', () => {
    const body = sectionOf(pageOf({ limitations: ['capability-remains'] }), 'Where the report says so')
    assert.match(body, /Janků et al\. \(n\.d\.\)/)
    assert.match(body, /p\. 17\.\) Evidence: \[Wei et al\. 2023\]\(https:\/\/arxiv\.org\/abs\/2307\.02483\)/)
  })

  it('puts what narrows or disputes first and in bold', () => {
    const body = sectionOf(pageOf(), 'Newer evidence')
    assert.match(body, /^Published since the report.*\n\n- \*\*Narrowed\*\*/)
    assert.ok(body.indexOf('**Narrowed**') < body.indexOf('- Supported'))
  })

  it('marks the flagged words', () => {
    assert.match(
      sectionOf(pageOf(), 'Flagged'),
      /^- The run \*\*erased every trace of the protocols\*\* from the base model\.$/m,
    )
  })

  it('shows an example of more than a line as it would be written', () => {
    assert.match(sectionOf(pageOf(), 'Flagged'), /```markdown\n {2}\| Risk \| State \|\n/)
  })

  it('spells out why a near miss is not flagged, and leaves footnotes alone', () => {
    assert.equal(
      sectionOf(pageOf(), 'Not flagged'),
      '- The run did not erase the protocols from the model.[^1] (negated)',
    )
  })

  it('states its limits', () => {
    assert.equal(sectionOf(pageOf(), 'Limits of this rule'), '- It misses metaphors.')
  })

  it('shows measured quality only when there is some', () => {
    assert.equal(sectionOf(pageOf(), 'Measured quality'), '')
    const quality = { claims: 12, found: 9, named: 8, alarms: 1, on: 'the test corpus' }
    assert.equal(
      sectionOf(rulePage(ruleLike({}), packWith(), quality), 'Measured quality'),
      'On the test corpus: 9 of 12 claims of this kind found, 8 of them under this rule; 1 false alarm.',
    )
  })

  it('shows how to switch it off, with a reason', () => {
    const body = sectionOf(pageOf(), 'How to switch it off')
    assert.match(body, /^ {2}training\/capability-removed: off$/m)
    assert.match(body, /^<!-- proviso-disable-next-line training\/capability-removed -- why the claim stands -->$/m)
  })

  it('has no empty section for a rule that cites nothing', () => {
    const page = pageOf({ id: 'team/own-rule', limitations: [], figures: [], caveats: [] })
    assert.doesNotMatch(page, /Where the report|Figures|Newer|Limits/)
  })
})

describe('the tables of the documentation', () => {
  it('list a rule with a link to its page', () => {
    assert.match(
      rulesTable([ruleLike({})], 'docs/rules/'),
      /\[`training\/capability-removed`\]\(docs\/rules\/training\/capability-removed\.md\)/,
    )
  })

  it('go between the markers of the README and nowhere else', () => {
    const readme = 'Before\n<!-- rules:start -->\nold\n<!-- rules:end -->\nAfter\n'
    const renewed = withRulesTable(readme, [ruleLike({})])
    assert.match(renewed, /^Before\n<!-- rules:start -->\n\n\| Rule /)
    assert.match(renewed, /\|\n\n<!-- rules:end -->\nAfter\n$/)
    assert.doesNotMatch(renewed, /old/)
    assert.equal(withRulesTable(renewed, [ruleLike({})]), renewed)
  })

  it('leave a README without markers as it is', () => {
    assert.equal(withRulesTable('Hello\n', [ruleLike({})]), 'Hello\n')
  })

  it('hold every benchmark and no forbidden figure', () => {
    const page = benchmarksPage(packWith())
    for (const { name } of builtIn.knowledge.benchmarks) assert.ok(page.includes(`| ${name}`), name)
    assert.match(page, /\| TruthfulQA \(MC1\) \| 81\.2 \| 69\.7 \| 57\.9 to 92\.2 \| 26 \/ 27 \| yes/)
    assert.deepEqual(forbiddenIn(page, builtIn.neverPrint), [])
  })
})
