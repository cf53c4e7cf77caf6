import assert from 'node:assert/strict'
import { parseDocument } from '../../engine/document/parse.js'
import { describe as say } from '../../engine/findings/describe.js'
import type { Finding } from '../../engine/findings/finding.js'
import { applyEdits } from '../../engine/findings/fixes/edit.js'
import { fixesFor } from '../../engine/findings/fixes/fixes.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings, type Settings } from '../../engine/settings.js'
import { product } from '../product.js'

const CASE = '---\nproviso: {profile: safety-case}\n---\n\n# The case for Aster 2\n\n'

function missingIn(text: string, settings: Partial<Settings> = {}): Finding | undefined {
  const { findings } = lint(parseDocument(text, 'markdown'), product(), { ...defaultSettings, ...settings })
  const found = findings.filter(({ missing }) => missing)
  assert.ok(found.length <= 1, 'one finding for a document')
  return found[0]
}

const named = (finding: Finding | undefined): readonly string[] => finding?.missing?.elements.map(({ id }) => id) ?? []

/** Whether a text, in a safety case, gives an element. */
function check(element: string, gives: boolean, text: string): void {
  assert.equal(!named(missingIn(CASE + text)).includes(element), gives, text)
}

const HARM = 'The worst credible harm is an outbreak that kills more than 50 people.'

describe('an element', () => {
  it('is given by a paragraph with cue and qualifier', () => check('severity', true, HARM))
  it('is not given by the cue alone', () => check('severity', false, 'Some harms would be severe.'))
  it('is not given where cue and qualifier stand in two paragraphs', () =>
    check('severity', false, 'Some harms would be severe.\n\nMore than 50 people work here.'))
  it('is not given by a heading', () => check('severity', false, `## ${HARM}\n`))
  it('is not given by a question', () => check('severity', false, 'Could the worst harm kill more than 50 people?'))
  it('is not given by what another is quoted as saying', () => check('severity', false, `> ${HARM}`))
  it('is given by a row of a table, with the header of its columns', () => {
    check('severity', true, '| Severity | Scale |\n| --- | --- |\n| catastrophic | more than 50 deaths |\n')
    check('severity', false, '| Severity | Scale |\n| --- | --- |\n| catastrophic | TBD |\n')
  })
  it('is given by a list with what introduces it', () =>
    check('severity', true, 'The worst credible harm:\n\n- an outbreak\n- with more than 50 deaths\n'))
  for (const filler of [
    'TBD',
    'To be determined.',
    'Insufficient information available.',
    'None known.',
    'Coming soon.',
  ])
    it(`is not given by "${filler}"`, () => check('severity', false, `## Severity\n\n${filler}`))
  it('is not given by what the writers deny of themselves', () =>
    check('weight-security', true, 'The weights are guarded against insiders by encryption.'))
  it('is given by an honest absence where that is marked', () => {
    check('exposure', true, 'We have not estimated the probability of harm.')
    check('fail-safe', false, 'We have not tried a rollback in the last year.')
  })
  it('is asked only where its gate is open', () => {
    const cards = (text: string) => named(missingIn(text.replace('safety-case', 'system-card')))
    assert.ok(!cards(CASE + HARM).includes('open-weights'))
    assert.ok(cards(`${CASE}The weights are open source.`).includes('open-weights'))
  })
  it('of a short public text is one of four', () => {
    const found = named(missingIn(`${CASE.replace('safety-case', 'launch-post')}We tested it with RLHF.`))
    assert.deepEqual([...found].sort(), [
      'commitment-verification',
      'evaluation-limits',
      'evidence-source',
      'technique-limits',
    ])
  })
})

describe('a pointer to another document', () => {
  const POINTER = '## Severity\n\nSee our [framework](framework.md).\n'
  it('counts half: it is named last, with its words', () => {
    const finding = missingIn(CASE + POINTER)
    assert.match(say(finding as Finding, product()), /only a pointer to another document: how bad it could get/)
    const pointed = finding?.missing?.elements.find(({ id }) => id === 'severity')
    assert.equal(pointed?.pointer, 'See our framework.')
  })
  it('alone leaves a hint', () => {
    const rules = Object.fromEntries(product().rules.map(({ id }) => [id, 'off' as const]))
    const { 'document/missing-severity': _, ...others } = rules
    assert.equal(missingIn(CASE + POINTER, { rules: others })?.severity, 'hint')
  })
})

describe('the finding about a document', () => {
  it('stands on the title, and on the front matter where there is none', () => {
    const at = (text: string): string => {
      const { start, end } = missingIn(text)?.span ?? { start: 0, end: 0 }
      return text.slice(start, end)
    }
    assert.equal(at(CASE), '# The case for Aster 2')
    assert.equal(at('---\nproviso: {profile: safety-case}\n---\n\nWords.\n'), '---')
  })
  it('says what the text was taken for, and why', () =>
    assert.match(say(missingIn(CASE) as Finding, product()), /^Read as a safety case \(set by the front matter\)/))
  it('leaves out what is switched off, and what a directive with a reason accepts', () => {
    assert.ok(!named(missingIn(CASE, { rules: { 'document/missing-severity': 'off' } })).includes('severity'))
    const accepted = `${CASE}<!-- proviso-disable-file document/missing-severity -- in the framework, section 4 -->\n`
    assert.ok(!named(missingIn(accepted)).includes('severity'))
    assert.ok(named(missingIn(accepted)).includes('exposure'))
  })
  it('is none for a draft of a few lines that does not say what it is', () => {
    const post = '# Introducing Lark\n\nToday we are launching Lark, our new AI assistant.\n'
    assert.equal(missingIn(post), undefined)
    assert.ok(missingIn(`${post}\n${'Our team worked on it all summer. '.repeat(20)}`))
    assert.ok(missingIn(`---\nproviso: {profile: launch-post}\n---\n\n${post}`))
  })
  it('is another one when the list is another', () =>
    assert.notEqual(missingIn(CASE)?.fingerprint, missingIn(CASE + HARM)?.fingerprint))

  it('has sections to fill in, whose questions give nothing yet', () => {
    for (const ending of ['', '\n\n## References\n\n1. A report.\n', '\n\n[^a]: A note.\n']) {
      const source = `${CASE}Words.[^a]${ending}`
      const document = parseDocument(source, 'markdown')
      const finding = missingIn(source) as Finding
      const fix = fixesFor(finding, product()).find(({ id }) => id === 'sections')
      const filled = applyEdits(source, fix?.edits(finding, document, product()) ?? [])
      assert.match(filled, /\n## Severity\n\n- What is the worst harm/)
      assert.deepEqual(named(missingIn(filled)), named(finding))
    }
  })
})
