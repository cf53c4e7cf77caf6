import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { maskDialects } from '../../engine/document/markdown/mask.js'
import { parseMarkdown } from '../../engine/document/markdown/parse-markdown.js'
import { markdown, signSoup } from './fragments.js'

const remark = unified().use(remarkParse).use(remarkGfm).freeze()

/** The words of each block as remark has them, code and images as placeholders. */
function textsByRemark(source: string): string[] {
  const texts: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') texts.push(inline(node))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(remark.parse(source) as Root)
  return texts
}

function inline(node: Nodes): string {
  if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference') return '\uFFFC'
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
  return 'children' in node ? node.children.map(inline).join('') : ''
}

const squeeze = (text: string): string =>
  text
    .replace(/\uFFFC+/g, '\uFFFC')
    .replace(/\0/g, '\uFFFD')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()

/** Compared where no dialect, no front matter and no block of HTML comes in, which remark does not read as we do. */
function check(source: string): void {
  fc.pre(!/^\ufeff*(?:---|\+\+\+)/.test(source))
  fc.pre(maskDialects(source, 0, false).regions.length === 0)
  fc.pre(!/^[ \t>\-+*\d.)]*</m.test(source.replace(/[\u2028\u2029]/g, ' ')))
  const prose = parseMarkdown(source, 'markdown').blocks.filter(
    ({ kind }) => kind !== 'code' && kind !== 'front-matter',
  )
  assert.deepEqual(wordsIn(prose.map(({ text }) => text)), wordsIn(textsByRemark(source)))
}

/** Without definitions, which remark keeps apart and which are blocks here. */
const wordsIn = (texts: readonly string[]): string[] =>
  texts.map(squeeze).filter((text) => text !== '' && !/^\[[^\]]*\]:/.test(text))

describe('the words of Markdown blocks', () => {
  it('are those that remark finds', () => {
    fc.assert(fc.property(fc.oneof(markdown, signSoup), check), { numRuns: 400, maxSkipsPerRun: 200 })
  }).timeout(60_000)
})
