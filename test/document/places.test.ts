import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Block, Document } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'
import { anyText } from './fragments.js'

const LANGUAGES = ['markdown', 'mdx', 'quarto', 'rmd', 'plaintext', 'latex']

function checkDocument(document: Document): void {
  document.blocks.forEach((block, at) => {
    checkRuns(document.source, block)
    checkMarks(block)
    const before = document.blocks[at - 1]
    assert.ok(!before || before.span.start <= block.span.start, 'blocks stand in the order of the source')
  })
}

function checkRuns(source: string, block: Block): void {
  let text = 0
  let place = block.span.start
  for (const run of block.map) {
    assert.equal(run.text, text, 'runs have no gaps')
    assert.ok(
      run.length > 0 && run.source >= place && run.source + run.sourceLength <= block.span.end,
      'runs lie in the block',
    )
    if (run.length === run.sourceLength) checkSlice(source, block, run.text, run.source, run.length)
    text += run.length
    place = run.source + run.sourceLength
  }
  assert.equal(text, block.text.length, 'runs cover the text')
  assert.ok(block.span.start <= block.span.end && block.span.end <= source.length)
}

/** Where characters stand one for one they are the same, but for placeholders and line ends. */
function checkSlice(source: string, { text, marks }: Block, from: number, at: number, length: number): void {
  for (let next = 0; next < length; next++) {
    const shown = text.charAt(from + next)
    const written = source.charAt(at + next)
    if (shown === written || (shown === '\n' && written === '\r')) continue
    const opaque = marks.some(
      ({ kind, start, end }) => /code|image|math/.test(kind) && start <= from + next && from + next < end,
    )
    assert.ok(opaque && shown === '\uFFFC', `${JSON.stringify(shown)} stands for ${JSON.stringify(written)}`)
  }
}

const checkMarks = ({ text, marks }: Block): void =>
  marks.forEach(({ kind, start, end }) => {
    assert.ok(
      start >= 0 && end <= text.length && (kind === 'footnote' ? start === end : start < end),
      `${kind} ${start} ${end}`,
    )
  })

describe('the places of blocks', () => {
  for (const languageId of LANGUAGES) {
    it(`are exact for any text read as ${languageId}`, () => {
      fc.assert(
        fc.property(anyText, (source) => checkDocument(parseDocument(source, languageId))),
        { numRuns: 500 },
      )
    }).timeout(60_000)
  }

  it('do not depend on the kind of line end', () => {
    const shape = (source: string): unknown =>
      parseDocument(source, 'markdown').blocks.map(({ kind, text }) => [kind, text])
    const text = '# Title\n\nOne line\nand another.\n\n> A quotation\n> on two lines.\n\n- item\n  goes on\n'
    assert.deepEqual(shape(text.replaceAll('\n', '\r\n')), shape(text))
    assert.deepEqual(shape(text.replaceAll('\n', '\r')), shape(text))
    assert.deepEqual(shape(`\ufeff${text}`), shape(text))
  })
})
