import assert from 'node:assert/strict'
import { parseDocument } from '../../engine/document/parse.js'
import { toSource } from '../../engine/document/source-map.js'
import { check, checkMarks } from './blocks.js'

describe('blocks of Markdown', () => {
  it('are paragraphs and headings of both kinds', () => {
    check('Lanternworks\n===\n\nWe test\nour models.\n\n## Limits ##\n\nSome remain.', [
      'heading/1 Lanternworks',
      'paragraph We test⏎our models.',
      'heading/2 Limits',
      'paragraph Some remain.',
    ])
  })

  it('are items of lists with their nesting, one list to a group', () => {
    check('- one\n- two\n\n  more of two\n  - inner\n\nText.\n\n1. first\n2. second', [
      'list-item/1 #1 one',
      'list-item/1 #1 two',
      'list-item/1 #1 more of two',
      'list-item/2 #2 inner',
      'paragraph Text.',
      'list-item/1 #3 first',
      'list-item/1 #3 second',
    ])
  })

  it('leave out the box of a task', () => {
    check('- [x] Red team\n- [ ] Audit', ['list-item/1 #1 Red team', 'list-item/1 #1 Audit'])
  })

  it('are cells of tables with row and column, empty ones left out', () => {
    check('| Risk | Level |\n|---|---|\n| a \\| b | |\n| c | low |', [
      'table-cell 0,0 #1 Risk',
      'table-cell 0,1 #1 Level',
      'table-cell 1,0 #1 a | b',
      'table-cell 2,0 #1 c',
      'table-cell 2,1 #1 low',
    ])
  })

  it('are quotations, and what else stands in a quotation keeps its kind', () => {
    check('> They say so.\n> > Again.\n>\n> # Title\n> - item', [
      'quotation > They say so.',
      'quotation > Again.',
      'heading/1 > Title',
      'list-item/1 #1 > item',
    ])
  })

  it('are captions next to a table, a picture or code', () => {
    check(
      'Table 1: Results on 400 prompts\n\n| a |\n|---|\n| b |\n\n: Pandoc caption\n\n![](x.png)\n\n**Figure 2.** Curve',
      [
        'caption Table 1: Results on 400 prompts',
        'table-cell 0,0 #1 a',
        'table-cell 1,0 #1 b',
        'caption : Pandoc caption',
        'paragraph ▢▢▢▢▢▢▢▢▢▢',
        'caption Figure 2. Curve',
      ],
    )
  })

  it('take a sentence about a table as prose', () => {
    check('Table 1 shows the scores.\n\n| a |\n|---|', ['paragraph Table 1 shows the scores.', 'table-cell 0,0 #1 a'])
  })

  it('are footnotes with their label', () => {
    check('Safe.[^n]\n\n[^n]: On our test.\n\n    And more.', [
      'paragraph Safe.',
      'footnote ^n On our test.',
      'footnote ^n And more.',
    ])
  })

  it('hold code without its text', () => {
    check('```js\nlet safe = true\n```\n\n    indented\n\n$$\nx^2\n$$', ['code', 'code', 'code ▢▢⏎▢▢▢⏎▢▢'])
  })

  it('are references below such a heading, up to the next one of its level', () => {
    check('## References\n\n- Paper\n\n### Web\n\nSite\n\n## After\n\nProse', [
      'heading/2 References',
      'references/1 #1 Paper',
      'heading/3 Web',
      'references Site',
      'heading/2 After',
      'paragraph Prose',
    ])
  })

  it('are references for definitions of links', () => {
    check('See [a].\n\n[a]: https://lab.example', ['paragraph See a.', 'references [a]: https://lab.example'])
  })

  it('begin with front matter', () => {
    check('---\ntitle: Safe\n---\n# Card', ['front-matter', 'heading/1 Card'])
    const { frontMatter } = parseDocument('\ufeff+++\r\na = 1\r\nb = 2\r\n+++\r\nText', 'markdown')
    assert.deepEqual(frontMatter, { format: 'toml', value: 'a = 1\r\nb = 2', start: 1, end: 23 })
  })

  it('are prose inside HTML, without tags, scripts and comments', () => {
    check('<p align="center">Safe &amp; <b>sound</b><br>\n  always</p>\n<script>no()</script>\n<!-- not this -->', [
      'paragraph Safe & sound⏎always',
    ])
    check('<details>\n<summary>Why</summary>\n\nBecause *so*.\n\n</details>', [
      'paragraph Why',
      'paragraph Because so.',
    ])
    check('<table><tr><td>One</td><td>Two</td></tr></table>', ['paragraph One', 'paragraph Two'])
    check('<h2 id="x">Limits</h2>', ['heading/2 Limits'])
  })

  it('are prose in notes of GitHub, MkDocs, Docusaurus and Pandoc', () => {
    check('> [!NOTE]\n> Ours.\n>\n> Still.', ['paragraph Ours.', 'paragraph Still.'])
    check('!!! note "Title"\n    Ours.\n\n    Still.\n\nAfter', [
      'paragraph Title',
      'paragraph Ours.',
      'paragraph Still.',
      'paragraph After',
    ])
    check('??? warning\n\n    Ours.', ['paragraph Ours.'])
    check(':::tip Read\nOurs.\n:::', ['paragraph Ours.'])
    check('::: {.note}\nOurs.\n\n- item\n:::', ['paragraph Ours.', 'list-item/1 #1 item'])
  })

  it('drop attributes and short codes, and keep citations', () => {
    check('# Safety {#s .x}\n\n[Card](c.md){.btn} says [@key].\n\n{{< include a.qmd >}}', [
      'heading/1 Safety',
      'paragraph Card says [@key].',
    ])
  })

  it('keep amounts of money apart from formulas', () => {
    check('We spent $5 million and $10 more on $x_1$.', ['paragraph We spent $5 million and $10 more on ▢▢▢▢▢.'])
  })

  it('drop what MDX adds', () => {
    check(
      'import A from "a"\nexport const b = 1\n\n<Note kind={{ a: 1 }}>\n  Ours is {word} here.\n</Note>\n\n{/* hidden */}',
      ['paragraph Ours is ▢▢▢▢▢▢ here.'],
      'mdx',
    )
  })
})

describe('inline markup', () => {
  it('leaves its text and a mark', () => {
    checkMarks('A **very _safe_** [card](c.md "t") and <https://lab.example>.', [
      'emphasis safe',
      'strong very safe',
      'link card -> c.md',
      'link https://lab.example -> https://lab.example',
    ])
  })

  it('resolves references wherever they are defined', () => {
    checkMarks('See [the card][c] and [C] and [d].\n\nText.\n\n> [c]: card.md', [
      'link the card -> card.md',
      'link C -> card.md',
    ])
  })

  it('becomes placeholders where it is no prose', () => {
    checkMarks('Run `x` on ![alt](i.png) for $n$.', ['code ▢▢▢', 'image ▢▢▢▢▢▢▢▢▢▢▢▢▢', 'math ▢▢▢'])
  })

  it('marks a note after the character before it', () => {
    checkMarks('Safe[^1] now.\n\n[^1]: Note.', ['footnote 1 at 4'])
  })

  it('resolves escapes and entities', () => {
    check('R\\&D &amp; caf&eacute; &#x41;', ['paragraph R&D & café A'])
  })

  it('makes one line end of a hard break', () => {
    check('One  \ntwo\\\nthree<br>\nfour<br/>five', ['paragraph One⏎two⏎three⏎four⏎five'])
  })
})

/** The source of a word in the first block that holds it. */
function sourceOf(source: string, words: string): string {
  const block = parseDocument(source, 'markdown').blocks.find(({ text }) => text.includes(words))
  assert.ok(block, `a block holds ${words}`)
  const start = block.text.indexOf(words)
  const span = toSource(block.map, { start, end: start + words.length })
  return source.slice(span.start, span.end)
}

describe('the source of words in a block', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['bold inside', 'It is **fully** safe.', 'fully safe', 'fully** safe'],
    ['an entity', 'Safe &amp; sound here', '& sound', '&amp; sound'],
    ['an escape', 'a \\*safe\\* model', '*safe*', '\\*safe\\*'],
    ['a wrapped quotation', '> It is\n>   fully safe', 'is\nfully', 'is\n>   fully'],
    ['a wrapped item with CRLF', '- It is\r\n  fully safe', 'is\nfully', 'is\r\n  fully'],
    ['emoji before', '😀 It is **safe**', 'safe', 'safe'],
    ['a byte order mark', '\ufeff# Safe', 'Safe', 'Safe'],
    ['tabs', '-\tIt\tis safe', 'It\tis', 'It\tis'],
    ['a NUL', 'It\u0000is safe', 'is safe', 'is safe'],
    ['an escaped pipe', '| a \\| b |\n|---|', 'a | b', 'a \\| b'],
    ['a setext heading', '> Fully\n> safe\n> ===', 'Fully\nsafe', 'Fully\n> safe'],
    ['HTML over lines', '<p>Fully\n   <b>safe</b></p>', 'Fully\nsafe', 'Fully\n   <b>safe'],
    ['HTML in a quotation', '> <p>Fully\n> safe</p>', 'Fully\nsafe', 'Fully\n> safe'],
  ]
  for (const [title, source, words, expected] of cases) {
    it(`is exact with ${title}`, () => assert.equal(sourceOf(source, words), expected))
  }
})
