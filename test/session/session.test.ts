import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Block, Document } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'
import { lint } from '../../engine/lint.js'
import { differenceIn } from '../../engine/session/difference.js'
import { longText, replaced } from '../../engine/session/long-text.js'
import { openSession } from '../../engine/session/session.js'
import { defaultSettings } from '../../engine/settings.js'
import { markdown, signSoup } from '../document/fragments.js'
import { product } from '../product.js'

/** Part of a text, as shares of its length, and what comes in its place. */
interface Change {
  readonly at: number
  readonly length: number
  readonly text: string
}

/** After each change a session must say what a full run says. */
function check(first: string, changes: readonly Change[], language: string): void {
  const session = openSession(language, product())
  let text = first
  for (const change of [undefined, ...changes]) {
    if (change) text = changed(text, change)
    const document = parseDocument(text, language)
    assert.deepEqual(
      session.lint(text, defaultSettings),
      lint(document, product(), defaultSettings),
      JSON.stringify(text),
    )
    assert.deepEqual(shape(session.document()), shape(document))
  }
}

function changed(text: string, { at, length, text: fresh }: Change): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + fresh + text.slice(Math.min(text.length, start + length))
}

/** Numbers of lists and tables only tell them apart. */
const shape = ({ blocks, ...rest }: Document) => ({
  ...rest,
  blocks: blocks.map(({ group: _, cell, map, ...block }: Block) => ({
    ...block,
    map,
    ...(cell ? { cell: { row: cell.row, column: cell.column } } : {}),
  })),
})

const CLAIMS = [
  '# Lark 4, our AI model\n\n',
  '## Myths about AI\n\n',
  '## Requirements\n\n',
  '### References\n\n',
  'We trained the model with RLHF. Our guardrails cannot be bypassed.\n\n',
  'The model is completely safe.',
  'It cannot cause harm.\n',
  'Providers shall:\n\n',
  '- ensure that the AI model is completely safe\n',
  '- The chat model has been made harmless by preference tuning.\n',
  '  - Nobody can steal the weights of the AI model from our servers.\n',
  '| Method | Verdict |\n|---|---|\n| RLHF | makes the AI model safe |\n| limits | it may still fail |\n\n',
  'RLHF makes the AI model safe.[^1]\n\n',
  '[^1]: Janků et al. say that this is not so.\n',
  '[^1]: The office is in Avonmark.\n',
  'See [the card] and [card].\n\n[card]: https://example.org\n\n',
  '> Our reward model captures human values in all their variety.\n\n',
  'However, the risks are unclear and there may be problems, though no limits are known. It might fail. '.repeat(3),
  'Table 3: The model is completely safe.\n\n',
  '<!-- proviso-disable-next-line training/safeguard-permanent -- agreed -->\n',
  '<!-- proviso-disable -- all -->\n',
  '<!-- proviso-enable -->\n',
  '```\n',
  '$$\n',
  '::: note\n',
  '---\n',
  '\n\n',
  '\n',
  '\r\n',
  '**',
  ' not',
  'According to the vendor, ',
  '“',
  ' It cannot rule out new attacks.',
]

const piece = fc.constantFrom(...CLAIMS)
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: markdown },
  { weight: 1, arbitrary: signSoup },
)
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat(12) },
      { weight: 1, arbitrary: fc.nat(300) },
    ),
    text: fc.oneof(
      piece,
      fc.constantFrom('', 'a', ' ', '.', '\n', '[', ']', '`', '#', '-', '|'),
      fc.string({ maxLength: 5 }),
    ),
  }),
  { minLength: 1, maxLength: 8 },
)

/** Whole pieces that come, go, and take the place of others: what a claim rests on changes while the claim stays. */
const moves = fc.array(fc.record({ at: fc.nat(30), remove: fc.nat(2), add: fc.array(piece, { maxLength: 2 }) }), {
  minLength: 1,
  maxLength: 8,
})

function checkMoves(first: readonly string[], steps: readonly { at: number; remove: number; add: string[] }[]): void {
  const session = openSession('markdown', product())
  const pieces = [...first]
  for (const step of [undefined, ...steps]) {
    if (step) pieces.splice(step.at % (pieces.length + 1), step.remove, ...step.add)
    const text = pieces.join('')
    const full = lint(parseDocument(text, 'markdown'), product(), defaultSettings)
    assert.deepEqual(session.lint(text, defaultSettings), full, JSON.stringify(text))
  }
}

const AI = '# An AI model\n\n'
const CLAIM = 'Our guardrails cannot be bypassed.'
const MUCH = 'A line about the weather.\n\n'.repeat(12)

/** A claim that is the same in two texts and stands in one of them only, for what stands elsewhere. */
const REACHES: Readonly<Record<string, readonly [string, string]>> = {
  'a footnote': [
    `${AI}${CLAIM}[^1]\n\n${MUCH}[^1]: See Annex B.\n`,
    `${AI}${CLAIM}[^1]\n\n${MUCH}[^1]: Janků says otherwise.\n`,
  ],
  'a definition': [`${AI}${CLAIM}[^1]\n\n${MUCH}`, `${AI}${CLAIM}[^1]\n\n${MUCH}[^1]: Janků says otherwise.\n`],
  'a lead-in': [
    `${AI}${MUCH}The teams say:\n\n- One.\n- Two.\n- Three.\n- RLHF makes the model safe.\n`,
    `${AI}${MUCH}The teams shall show that:\n\n- One.\n- Two.\n- Three.\n- RLHF makes the model safe.\n`,
  ],
  'a heading': [`${AI}## Facts\n\n${MUCH}${CLAIM}\n`, `${AI}## Myths\n\n${MUCH}${CLAIM}\n`],
  'the opening': [
    `# Notes on AI\n\n## Locks\n\n${MUCH}## More\n\nIt cannot cause harm.\n`,
    `# Notes on roads\n\n## Locks\n\n${MUCH}## More\n\nIt cannot cause harm.\n`,
  ],
  'the paragraph before': [
    `# Notes on roads\n\n${MUCH}The AI model was tested.\n\nIt cannot cause harm.\n`,
    `# Notes on roads\n\n${MUCH}The new lorry was tested.\n\nIt cannot cause harm.\n`,
  ],
  'who speaks': [
    `${AI}A text.\n\n${MUCH}> RLHF makes the model completely safe.\n`,
    `${AI}We built our model for us.\n\n${MUCH}> RLHF makes the model completely safe.\n`,
  ],
  'the name in the title': [
    `# Larkholm and its AI model\n\nWe built our model for us.\n\n${MUCH}Larkholm reports that RLHF makes the model completely safe and harmless.\n`,
    `# Merganser and its AI model\n\nWe built our model for us.\n\n${MUCH}Larkholm reports that RLHF makes the model completely safe and harmless.\n`,
  ],
  'a table': [
    `${AI}| Myth | Note |\n|---|---|\n| RLHF makes the model safe. | |\n`,
    `${AI}| Fact | Note |\n|---|---|\n| RLHF makes the model safe. | |\n`,
  ],
  'a fence': [`${AI}\n\n${MUCH}${CLAIM}\n`, `${AI}\`\`\`\n\n${MUCH}${CLAIM}\n`],
  'a reference list': [`${AI}## Words\n\n${MUCH}${CLAIM}\n`, `${AI}## References\n\n${MUCH}${CLAIM}\n`],
  'a comment': [
    `${AI}<!-- proviso-disable -- no -->\n\n${MUCH}${CLAIM}\n`,
    `${AI}<!-- proviso-dosable -- no -->\n\n${MUCH}${CLAIM}\n`,
  ],
}

describe('A long text', () => {
  it('gives the findings of a full run while parts of it change', () => {
    fc.assert(
      fc.property(changes, (edits) => {
        const session = openSession('markdown', product())
        let text = longText(
          `${AI}${CLAIMS.join('A line.\n\n')}${'A line about the weather.\n\n'.repeat(400)}`.repeat(5),
        )
        session.lint(text, defaultSettings)
        for (const { at, length, text: fresh } of edits) {
          const start = Math.floor(at * text.length)
          text = replaced(text, start, Math.min(text.length, start + length), fresh)
        }
        assert.deepEqual(
          session.lint(text, defaultSettings),
          lint(parseDocument(String(text), 'markdown'), product(), defaultSettings),
        )
      }),
      { numRuns: 15 },
    )
  }).timeout(120_000)

  it('finds where two versions differ', () => {
    fc.assert(
      fc.property(changes, (edits) => {
        const before = longText('abcdefghij\n'.repeat(9000))
        let after = before
        for (const { at, length, text: fresh } of edits) {
          const start = Math.floor(at * after.length)
          after = replaced(after, start, Math.min(after.length, start + length), fresh)
        }
        const { start, oldEnd, newEnd } = differenceIn(before, after)
        const [one, other] = [String(before), String(after)]
        assert.equal(one.slice(0, start) + other.slice(start, newEnd) + one.slice(oldEnd), other)
      }),
    )
  })
})

/** Guards alone decide here: the judge weighs much at once, and one thing seldom tips it. */
const { judge: _, ...guardsAlone } = product()

describe('What stands elsewhere', () => {
  for (const [what, [one, other]] of Object.entries(REACHES)) {
    it(`${what} decides on a claim again when it changes`, () => {
      const run = (text: string) => lint(parseDocument(text, 'markdown'), guardsAlone, defaultSettings)
      assert.notEqual(run(one).findings.length, run(other).findings.length, 'the two texts must differ in findings')
      const session = openSession('markdown', guardsAlone)
      for (const text of [one, other, one, other]) assert.deepEqual(session.lint(text, defaultSettings), run(text))
    })
  }
})

describe('A document that is being written', () => {
  it('gives the findings of a full run after whole passages come and go', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), moves, (first, steps) => checkMoves(first, steps)),
      { numRuns: Number(process.env.PROVISO_RUNS ?? 150) },
    )
  }).timeout(600_000)

  for (const [language, runs] of [
    ['markdown', 150],
    ['plaintext', 60],
    ['mdx', 40],
    ['quarto', 30],
  ] as const) {
    it(`gives the findings of a full run after any changes (${language})`, () => {
      fc.assert(
        fc.property(texts, changes, (first, edits) => check(first, edits, language)),
        { numRuns: Number(process.env.PROVISO_RUNS ?? runs) },
      )
    }).timeout(600_000)
  }
})
