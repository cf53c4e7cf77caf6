import { deepEqual, equal } from 'node:assert/strict'
import { parseDocument } from '../../engine/document/parse.js'
import { citationStyleOf } from '../../engine/findings/fixes/citation-style.js'
import { defaultSettings } from '../../engine/settings.js'
import { check, cited, examples, inStyle, languages, sharedDocuments, styles } from './cited.js'

const CLAIM = 'Our guardrails cannot be bypassed.'
const AI = '# An AI model\n\n'
const withBibliography = `---\nbibliography: refs.bib\n---\n\n${AI}`

describe('The style of a document', () => {
  const cases: Readonly<Record<string, readonly [text: string, language: string, style: string]>> = {
    'is a footnote where nothing tells': [CLAIM, 'markdown', 'footnote'],
    'is that of pandoc where the front matter names a bibliography': [
      `${withBibliography}${CLAIM}`,
      'quarto',
      'pandoc',
    ],
    'is that of pandoc where sources are cited so': ['We follow [see @smith2020, p. 3].', 'markdown', 'pandoc'],
    'is a footnote where there are footnotes, whatever else there is': [
      'Write to [me@example.org].[^1]\n\n[^1]: Or not.',
      'markdown',
      'footnote',
    ],
    'is that of LaTeX where commands of LaTeX stand': ['\\section{One}\n\nText.', 'plaintext', 'latex'],
    'is words in brackets in plain text': [CLAIM, 'plaintext', 'text'],
  }
  for (const [title, [text, language, style]] of Object.entries(cases)) {
    it(title, () => equal(citationStyleOf(parseDocument(text, language), defaultSettings), style))
  }
  it('is the one of the configuration where the language has it', () => {
    equal(citationStyleOf(parseDocument(CLAIM, 'markdown'), inStyle('link')), 'link')
    equal(citationStyleOf(parseDocument(CLAIM, 'plaintext'), inStyle('footnote')), 'text')
  })
  it('is that of pandoc where the configuration names a bibliography', () => {
    const settings = { ...defaultSettings, citation: { bibliography: ['/docs/refs.bib'] } }
    equal(citationStyleOf(parseDocument(CLAIM, 'markdown'), settings), 'pandoc')
  })
})

describe('A citation', () => {
  it('takes the next number where footnotes are numbered', () =>
    check(`${AI}${CLAIM} Note.[^3]\n\n[^3]: See Annex B.\n`, /bypassed\.\[\^4\] Note[\s\S]*\n\n\[\^4\]: Janků, D\./))
  it('is named where footnotes are named', () =>
    check(`${AI}${CLAIM} Note.[^a]\n\n[^a]: See Annex B.\n`, 'bypassed.[^janku2024-p17]'))
  it('is written out in the style of the configuration', () =>
    check(`${AI}${CLAIM}\n`, 'Jason Hausenloy. n.d. *We Have No', 'markdown', {
      ...defaultSettings,
      citation: { references: 'chicago', bibliography: [] },
    }))
  it('has one note for two claims on one limitation', () => {
    const { after } = cited(
      `${AI}${CLAIM}\n\nThe hall is open.\n\nOur guardrails cannot be broken.\n`,
      'markdown',
      defaultSettings,
    )
    equal(after.match(/^\[\^/gm)?.length, 1)
  })
  it('is a key before the stop for pandoc', () =>
    check(`${withBibliography}${CLAIM}\n`, 'bypassed [@janku2024, p. 17].'))
  it('stands behind emphasis and links that end the sentence', () => {
    check(`${withBibliography}**${CLAIM}** More.\n`, 'bypassed.** [@janku2024, p. 17] More')
    check(`${withBibliography}[${CLAIM}](https://example.org)\n`, 'org) [@janku2024, p. 17]\n')
  })
  it('stands in cells and headings', () => {
    check(`${withBibliography}## No jailbreak can get past our guardrails\n`, 'our guardrails [@janku2024, p. 17]\n')
    check(`${withBibliography}| a |\n|---|\n| ${CLAIM} |\n`, 'bypassed [@janku2024, p. 17]. |')
  })
  it('uses the command that a LaTeX document uses', () => {
    const latex = (text: string): string => `\\section{An AI model}\n\n${CLAIM}\n\n${text}\n`
    check(latex('Nothing is cited.'), 'bypassed~\\cite[p.~17]{janku2024}.', 'latex')
    check(latex('As \\parencite{a} and \\parencite[3]{b} say.'), '~\\parencite[p.~17]{janku2024}.', 'latex')
  })
  it('links to a work behind the limitation, since the report has no address', () =>
    check(
      `${AI}${CLAIM}\n`,
      /\(\[[^\]]+ \d{4}\]\(https:[^)]+\), after Janků et al\. n\.d\., p\. 17\)\.\n/,
      'markdown',
      inStyle('link'),
    ))
})

describe('Citing in every style', () => {
  for (const style of styles) {
    it(`clears every flagged example and then changes nothing more: ${style}`, () => {
      const wrong = examples().flatMap(({ rule, text }) => {
        const { before, after, left, again } = cited(text, languages[style], inStyle(style))
        return before.length > 0 && (left.length > 0 || again !== after) ? [`${rule}: ${after}`] : []
      })
      deepEqual(wrong, [])
    })
    it(`clears the shared corpus, and leaves its text as it is: ${style}`, () => {
      const documents = sharedDocuments()
      if (!documents) return console.log('      skipped: not here')
      const wrong = documents.flatMap(({ name, text }) => {
        const { after, left, again } = cited(text, languages[style], inStyle(style))
        // These documents are Markdown: read as LaTeX, a longer line may end a paragraph elsewhere.
        const stays = style === 'latex' ? [] : left.map(({ rule }) => `${name}: ${rule} is still found`)
        return again === after ? stays : [...stays, `${name}: a second run changes it`]
      })
      deepEqual(wrong, [])
    })
  }
})
