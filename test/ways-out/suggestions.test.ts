import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { suggestionsFor } from '../../engine/findings/fixes/suggestions.js'
import { isDocumentRule } from '../../engine/rules/document-rule.js'
import { runOn } from '../cli/workspace.js'
import { findingLike } from '../findings/sample.js'
import { product } from '../product.js'

const claimRules = product().rules.filter(({ id }) => !isDocumentRule(id))

const CLAIM = '# An AI model\n\nOur guardrails cannot be bypassed.\n'

describe('Sentences that could stand in the place of a claim', () => {
  it('are two or more for each rule, the last of which keeps the claim', () => {
    const few = claimRules.filter(({ id }) => suggestionsFor(findingLike({ rule: id })).length < 2)
    deepEqual(few, [])
    for (const { id } of claimRules)
      match(suggestionsFor(findingLike({ rule: id })).at(-1)?.text ?? '', /^… However, this was not tested beyond \[/)
  })
  it('are none for what a document leaves out', () =>
    deepEqual(suggestionsFor(findingLike({ rule: 'document/missing-severity' })), []))
  it('hold the words of the claim, and blanks in brackets', () => {
    const words = { means: 'RLHF', subject: 'the assistant' }
    const [first] = suggestionsFor(findingLike({ rule: 'training/rlhf-sufficient', words }))
    match(first?.text ?? '', /^RLHF reduced \[the behaviour\] of the assistant \(\[version\]\) on \[the test\]/)
  })
  it('begin with a capital or a blank', () => {
    for (const { id } of product().rules)
      for (const { text } of suggestionsFor(findingLike({ rule: id }))) ok(/^(?:\p{Lu}|\[|… )/u.test(text), text)
  })
  it('are shown below a finding when they are asked for', async () => {
    const { stdout } = await runOn({ 'a.md': CLAIM }, ['check', '--suggest'], { loadPack: product })
    match(stdout, /\n {5}Or write \[number\] of \[number\] attacks tried/)
    const plain = await runOn({ 'a.md': CLAIM }, ['check'], { loadPack: product })
    equal(plain.stdout.includes('Or write'), false)
  })
  it('go with the format for people', async () => {
    const { stderr, code } = await runOn({ 'a.md': CLAIM }, ['check', '--suggest', '-f', 'json'], { loadPack: product })
    match(stderr, /--suggest goes with --format pretty/)
    equal(code, 2)
  })
})
