import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Block } from '../../engine/document/block.js'
import { splitChunks } from '../../engine/document/markdown/chunk.js'
import { collectDefinitions } from '../../engine/document/markdown/definitions.js'
import { maskDialects } from '../../engine/document/markdown/mask.js'
import { joinList, moveBlocks, parseChunk } from '../../engine/document/markdown/parse-chunk.js'
import { parseMarkdown } from '../../engine/document/markdown/parse-markdown.js'
import { labelSections } from '../../engine/document/sections.js'
import { markdown, signSoup } from './fragments.js'

function check(source: string, languageId: string): void {
  const chunked = parseMarkdown(source, languageId)
  const whole = parseMarkdown(source, languageId, 'whole')
  assert.deepEqual(chunked, whole)
}

/** What an editor does that reads only the chunks that changed. */
function checkAlone(source: string): void {
  const start = /^\ufeff*/.exec(source)?.[0].length ?? 0
  fc.pre(!/^(?:---|\+\+\+)/.test(source.slice(start)))
  const { text } = maskDialects(source, start, false)
  const chunks = splitChunks(text, start)
  const definitions = collectDefinitions(chunks.map((chunk) => text.slice(chunk.start, chunk.end)))
  const blocks: Block[] = []
  let groups = 0
  let list = 0
  for (const chunk of chunks) {
    const alone = parseChunk(source.slice(chunk.start, chunk.end), definitions, 'markdown')
    const moved = { blocks: moveBlocks(alone.blocks, chunk.start, groups), groups: alone.groups + groups }
    if (!chunk.sibling) list = groups + 1
    const found = chunk.sibling ? joinList(moved, groups + 1, list) : moved
    blocks.push(...found.blocks)
    groups = found.groups
  }
  assert.deepEqual(labelSections(blocks), parseMarkdown(source, 'markdown').blocks)
}

describe('reading Markdown in chunks', () => {
  it('gives the blocks of reading it in one piece', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, signSoup), (source) => check(source, 'markdown')),
      { numRuns: 1500 },
    )
  }).timeout(60_000)

  it('gives the blocks of reading it in one piece for MDX', () => {
    fc.assert(
      fc.property(markdown, (source) => check(source, 'mdx')),
      { numRuns: 500 },
    )
  }).timeout(60_000)

  it('gives the cells of a table as reading it in one piece does', () => {
    const cell = fc.constantFrom(
      '',
      ' ',
      ' a ',
      'b',
      ' *c* ',
      ' `d` ',
      ' https://e.example ',
      ' [^f] ',
      ' \\| ',
      ' 😀\t',
      ' <b>g</b> ',
      '-',
    )
    const row = fc
      .tuple(
        fc.constantFrom('|', '|', '|', ' |', ''),
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('|', '|', '|', '', '| '),
      )
      .map(([before, cells, after]) => before + cells.join('|') + after)
    const delimiters = fc.constantFrom(
      '| --- | --- |',
      '|---|---|',
      '| :-: | - |',
      '|---|',
      '| --- | --- | --- |',
      '|--|--',
      '| - | x |',
    )
    const table = fc
      .tuple(
        row,
        delimiters,
        fc.array(row, { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\n', '\n\nb\n', '\n> c'),
      )
      .map(([header, line, rows, end, rest]) => [header, line, ...rows].join(end) + rest)
    fc.assert(
      fc.property(
        fc.oneof(
          table,
          table.map((text) => `${text}\n\n[^f]: A note.\n`),
        ),
        (source) => check(source, 'markdown'),
      ),
      { numRuns: 3000 },
    )
  }).timeout(60_000)

  it('gives the same when each chunk is read alone and then moved into place', () => {
    fc.assert(
      fc.property(markdown, (source) => checkAlone(source)),
      { numRuns: 500 },
    )
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
