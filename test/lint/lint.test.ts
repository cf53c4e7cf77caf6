import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseDocument } from '../../engine/document/parse.js'
import type { Finding, LintResult } from '../../engine/findings/finding.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings, type Settings } from '../../engine/settings.js'
import { product } from '../product.js'

const run = (text: string, language = 'markdown', settings: Settings = defaultSettings): LintResult =>
  lint(parseDocument(text, language), product(), settings)

/** The rules found in a text, with the words marked. */
function check(text: string, expected: readonly string[], settings = defaultSettings): void {
  const shown = ({ rule, span }: Finding): string => `${rule}: ${text.slice(span.start, span.end)}`
  assert.deepEqual(run(text, 'markdown', settings).findings.map(shown), expected)
}

const CLAIM = 'Our guardrails cannot be bypassed.'
const AI = '# An AI model\n\n'

const rulesIn = (text: string): string[] => run(text).findings.map(({ rule }) => rule)

describe('Linting', () => {
  it('marks the words of a claim', () => {
    const [finding] = run(AI + CLAIM).findings
    assert.equal(finding?.rule, 'training/safeguard-permanent')
    assert.match((AI + CLAIM).slice(finding?.span.start, finding?.span.end), /guardrails cannot be bypassed/)
  })
  it('is silent on an empty text', () => check('', []))
  it('gives the same result twice', () => assert.deepEqual(run(AI + CLAIM), run(AI + CLAIM)))
  it('takes severities from the settings', () => {
    const settings: Settings = { ...defaultSettings, rules: { 'training/safeguard-permanent': 'error' } }
    assert.equal(run(AI + CLAIM, 'markdown', settings).findings[0]?.severity, 'error')
  })
  it('leaves out a rule that is off', () => {
    const settings: Settings = { ...defaultSettings, rules: { 'training/safeguard-permanent': 'off' } }
    assert.deepEqual(run(AI + CLAIM, 'markdown', settings).findings, [])
  })
})

describe('The same claim', () => {
  const variants: Record<string, string> = {
    'wrapped at a narrow width': 'Our\nguardrails\ncannot be\nbypassed.',
    'with CRLF': 'Our guardrails\r\ncannot be bypassed.',
    'with bold words': 'Our **guardrails** cannot be **bypassed**.',
    'behind an emoji': '🙂 Our guardrails cannot be bypassed.',
    'with a curly apostrophe': 'Our guardrails can’t be bypassed.',
    'in a list': '- Our guardrails cannot be bypassed.',
    'with a link': 'Our [guardrails](https://example.org/a_b) cannot be bypassed.',
    'with an entity': 'Our guardrails&#32;cannot be bypassed.',
    'beside inline code': 'Our guardrails cannot be bypassed by users of `curl`.',
  }
  for (const [how, text] of Object.entries(variants)) {
    it(`is found ${how}`, () => assert.deepEqual(rulesIn(AI + text), ['training/safeguard-permanent']))
  }
  it('keeps its fingerprint when it is re-wrapped or moved', () => {
    const print = (text: string) => run(AI + text).findings[0]?.fingerprint
    assert.equal(print(CLAIM), print('A line before.\n\nOur guardrails\ncannot be **bypassed**.'))
  })
  it('is cleared by a limitation behind it, and comes back without it', () => {
    assert.deepEqual(rulesIn(`${AI + CLAIM} This does not rule out a new jailbreak.`), [])
    assert.deepEqual(rulesIn(AI + CLAIM), ['training/safeguard-permanent'])
  })
  it('is left alone in code', () => assert.deepEqual(rulesIn(`${AI}\`\`\`\n${CLAIM}\n\`\`\`\n`), []))
})

describe('A comment that disables a rule', () => {
  const disable = (comment: string): LintResult => run(`${AI}<!-- ${comment} -->\n${CLAIM}\n`)

  it('covers the next sentence when it gives a reason', () => {
    const { findings, suppressed, notes } = disable(
      'proviso-disable-next-line training/safeguard-permanent -- agreed with legal',
    )
    assert.deepEqual([findings.length, suppressed[0]?.reason, notes.length], [0, 'agreed with legal', 0])
  })
  it('does not count without a reason', () => {
    const { findings, notes } = disable('proviso-disable-next-line training/safeguard-permanent')
    assert.deepEqual([findings.length, notes[0]?.kind], [1, 'directive-without-reason'])
  })
  it('is reported when the rule does not exist, with the one that may be meant', () => {
    const { notes } = disable('proviso-disable-next-line training/safeguard-permanant -- typo')
    assert.deepEqual([notes[0]?.kind, notes[0]?.suggestion], ['directive-unknown-rule', 'training/safeguard-permanent'])
  })
  it('is reported when it is no longer needed, with an edit that removes it', () => {
    const text = `${AI}<!-- proviso-disable-next-line training/safeguard-permanent -- old -->\nThe office is in Avonmark.\n`
    const [note] = run(text).notes
    assert.equal(note?.kind, 'directive-unused')
    assert.equal(text.slice(0, note?.fix?.start) + text.slice(note?.fix?.end), `${AI}The office is in Avonmark.\n`)
  })
})

describe('Whatever the text', () => {
  const pieces = fc.constantFrom(
    CLAIM,
    'The model is completely safe.',
    'RLHF makes it safe.',
    '|a|b|\n|-|-|\n|safe|never|',
    '- ',
    '> ',
    '# ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '**',
    '`',
    '[^1]',
    '[^1]: It may fail.',
    '“',
    '”',
    '"',
    '🙂',
    '\u0000',
    '\ufeff',
    '<b>',
    '<!--',
    '-->',
    '&amp;',
    '\\',
    ' ',
    '…',
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 120 }),
  )

  it('never throws, and every finding lies in the text and is not empty', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('markdown', 'plaintext', 'mdx'), (text, language) => {
        for (const { span } of run(text, language).findings) {
          assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
