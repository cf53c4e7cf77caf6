import assert from 'node:assert/strict'
import type { Document } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'
import { markedWords } from '../../engine/findings/example-text.js'
import type { Finding } from '../../engine/findings/finding.js'
import { applyEdits } from '../../engine/findings/fixes/edit.js'
import { type FixId, fixesFor } from '../../engine/findings/fixes/fixes.js'
import { lint } from '../../engine/lint.js'
import { claimsAlone } from '../../engine/settings.js'
import { product } from '../product.js'

const parse = (text: string, language = 'markdown'): Document => parseDocument(text, language)

const run = (text: string, language = 'markdown') => lint(parse(text, language), product(), claimsAlone)

/** The text after one of a finding's fixes; the same text where the fix has nothing to offer. */
function fixed(text: string, finding: Finding, id: FixId, language = 'markdown'): string {
  const fix = fixesFor(finding, product()).find((one) => one.id === id)
  assert.ok(fix, `${finding.rule} has no fix ${id}`)
  return applyEdits(text, fix.edits(finding, parse(text, language), product()))
}

function firstOf(text: string, language = 'markdown'): Finding {
  const [finding] = run(text, language).findings
  assert.ok(finding, `nothing is found in ${JSON.stringify(text)}`)
  return finding
}

/** A fix takes the finding away, brings no new one, and a second run has nothing to do. */
function check(text: string, id: FixId, expected: string | RegExp, language = 'markdown'): void {
  const after = fixed(text, firstOf(text, language), id, language)
  if (typeof expected === 'string') assert.equal(after, expected)
  else assert.match(after, expected)
  const { findings, notes } = run(after, language)
  assert.deepEqual([findings.map(({ rule }) => rule), notes], [[], []], after)
}

const AI = '# An AI model\n\n'
const CLAIM = 'Our guardrails cannot be bypassed.'
const NOTE = /\[\^janku2024-p17\]: Janků, D\., .* \(n\.d\.\)\. \*We have no science of safe AI\*\. .*, p\. 17: /

describe('Citing the limitation', () => {
  const places: Readonly<Record<string, readonly [string, string]>> = {
    'a paragraph': [`${CLAIM} The office is in Avonmark.`, 'bypassed.[^janku2024-p17] The office'],
    'a wrapped paragraph': [
      'Our guardrails\ncannot be bypassed.\nThe office is in Avonmark.',
      'bypassed.[^janku2024-p17]\nThe office',
    ],
    'a heading': ['## No jailbreak can get past our guardrails', 'our guardrails[^janku2024-p17]\n'],
    'a closed heading': ['## No jailbreak can get past our guardrails ##', 'our guardrails[^janku2024-p17] ##\n'],
    'a list item': ['- One.\n- Our guardrails cannot be bypassed.\n- Three.', 'bypassed.[^janku2024-p17]\n- Three'],
    'a table cell': [
      '| a | b |\n|---|---|\n| x | Our guardrails cannot be bypassed. |',
      'bypassed.[^janku2024-p17] |\n',
    ],
    'bold words': [`**${CLAIM}** The office is in Avonmark.`, 'bypassed.**[^janku2024-p17] The office'],
    'bold words at the end': ['Our **guardrails cannot be bypassed.**', 'bypassed.**[^janku2024-p17]\n'],
    'a link': ['Our guardrails [cannot be bypassed](https://example.org/a_(b)).', 'a_(b)).[^janku2024-p17]\n'],
    'a link at the end': [
      'Our guardrails [cannot be bypassed.](https://example.org/a_(b))',
      'a_(b))[^janku2024-p17]\n',
    ],
    'words before another footnote': [`${CLAIM}[^a]\n\n[^a]: See Annex B.`, 'bypassed.[^a][^janku2024-p17]\n'],
    'a quotation in a text of our own': [
      `We and our team tell us:\n\n> ${CLAIM}\n`,
      '> Our guardrails cannot be bypassed.[^janku2024-p17]\n',
    ],
  }
  for (const [where, [text, expected]] of Object.entries(places)) {
    it(`clears the finding in ${where}`, () => {
      const before = `${AI}${text}\n`
      const after = fixed(before, firstOf(before), 'cite')
      assert.ok(after.includes(expected), after)
      assert.match(after, NOTE)
      assert.deepEqual(run(after).findings, [], after)
    })
  }
  it('keeps the line ends of the text', () => {
    const text = `# An AI model\r\n\r\n${CLAIM}\r\n`
    const after = fixed(text, firstOf(text), 'cite')
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false)
  })
  it('uses a definition that is there already', () => {
    const text = `${AI}${CLAIM}\n\nMore.\n`
    const once = fixed(text, firstOf(text), 'cite')
    const twice = once.replace('More.', 'Our guardrails cannot be broken.')
    const after = fixed(twice, firstOf(twice), 'cite')
    assert.equal(after.match(/^\[\^/gm)?.length, 1)
    assert.equal(after.match(/\[\^janku2024-p17\]/g)?.length, 3)
  })
  it('puts a definition behind those that are there', () => {
    const text = `${AI}${CLAIM} Note.[^a]\n\n[^a]: See Annex B.\n\nThe last words.\n`
    assert.match(fixed(text, firstOf(text), 'cite'), /Annex B\.\n\n\[\^janku2024-p17\]: [^\n]*\n\nThe last words\.\n$/)
  })
  it('takes another label where its own is taken by something else', () => {
    const text = `${AI}${CLAIM} Note.[^janku2024-p17]\n\n[^janku2024-p17]: See Annex B.\n`
    assert.match(fixed(text, firstOf(text), 'cite'), /bypassed\.\[\^janku2024-p17-2\]/)
  })
  it('writes a reference in brackets where there are no footnotes', () => {
    check(`About an AI model.\n\n${CLAIM}\n`, 'cite', /bypassed \(Janků et al\. n\.d\., p\. 17\)\.\n$/, 'plaintext')
  })
})

describe('Disabling with a reason', () => {
  const directive = '<!-- proviso-disable-next-line training/safeguard-permanent -- [why this claim stands] -->'
  const places: Readonly<Record<string, readonly [string, string]>> = {
    'a paragraph': [`One. ${CLAIM}\n`, `${directive}\nOne. ${CLAIM}\n`],
    'a heading': [
      '## No jailbreak can get past our guardrails\n',
      `${directive}\n## No jailbreak can get past our guardrails\n`,
    ],
    'a list item': [`- One.\n- ${CLAIM}\n- Three.\n`, `- One.\n- ${directive}\n  ${CLAIM}\n- Three.\n`],
    'a numbered item': [`10. ${CLAIM}\n`, `10. ${directive}\n    ${CLAIM}\n`],
    'a table': [`| a | b |\n|---|---|\n| x | ${CLAIM} |\n`, `${directive}\n| a | b |\n|---|---|\n| x | ${CLAIM} |\n`],
    'a quotation': [
      `We and our team tell us:\n\n> ${CLAIM}\n`,
      `We and our team tell us:\n\n> ${directive}\n> ${CLAIM}\n`,
    ],
  }
  for (const [where, [text, expected]] of Object.entries(places)) {
    it(`stands before ${where}`, () => check(AI + text, 'disable', AI + expected))
  }
  it('uses the comment of MDX', () => check(`${AI}${CLAIM}\n`, 'disable', /\{\/\* proviso-.* \*\/\}\nOur/, 'mdx'))
  it('works in plain text', () => check(`About an AI model.\n\n${CLAIM}\n`, 'disable', /-->\nOur/, 'plaintext'))
})

/** Flagged examples of all rules, as documents of their own. */
const examples = product().rules.flatMap(({ id, examples: { flag } }) =>
  flag.map((text) => {
    const { before, marked, after } = markedWords(text)
    return { rule: id, text: `${before}${marked}${after}\n` }
  }),
)

describe('The fixes of every rule', () => {
  it('clear the flagged examples by a citation', () => {
    const left = examples.flatMap(({ rule, text }) => {
      const finding = run(text).findings[0]
      if (!finding) return []
      const rest = run(fixed(text, finding, 'cite')).findings.filter(
        (one) => one.rule === finding.rule && one.span.start === finding.span.start,
      )
      return rest.length > 0 ? [`${rule}: ${text}`] : []
    })
    assert.deepEqual(left, [])
  })
  it('clear the flagged examples by any rewrite', () => {
    const left = examples.flatMap(({ text }) => {
      const finding = run(text).findings[0]
      if (!finding) return []
      return fixesFor(finding, product())
        .filter(({ id }) => id.startsWith('bound-'))
        .flatMap(({ id }) => {
          const after = fixed(text, finding, id)
          const still = run(after).findings.find(
            (one) => one.span.start <= finding.span.end && finding.span.start <= one.span.end,
          )
          return after !== text && still ? [`${id} ${still.rule}: ${after}`] : []
        })
    })
    assert.deepEqual(left, [])
  })
})
