import assert from 'node:assert/strict'
import fc from 'fast-check'
import { splitChunks } from '../../engine/document/markdown/chunk.js'
import { parseMarkdown } from '../../engine/document/markdown/parse-markdown.js'
import { markdown, signSoup } from './fragments.js'

function check(source: string, languageId: string): void {
  const chunked = parseMarkdown(source, languageId)
  const whole = parseMarkdown(source, languageId, 'whole')
  assert.deepEqual(chunked, whole)
}

describe('reading Markdown in chunks', () => {
  it('gives the blocks of reading it in one piece', () => {
    fc.assert(fc.property(fc.oneof(markdown, signSoup), (source) => check(source, 'markdown')), { numRuns: 1500 })
  }).timeout(60_000)

  it('gives the blocks of reading it in one piece for MDX', () => {
    fc.assert(fc.property(markdown, (source) => check(source, 'mdx')), { numRuns: 500 })
  }).timeout(60_000)

  it('covers the whole text, in order and without gaps', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const chunks = splitChunks(source, 0)
        assert.equal(chunks.map(({ start, end }) => source.slice(start, end)).join(''), source)
      }),
    )
  })
})
