import type { Block, Document } from '../block.js'
import { findDirectives } from '../directives.js'
import { labelSections } from '../sections.js'
import type { Span } from '../span.js'
import { splitChunks } from './chunk.js'
import { collectDefinitions } from './definitions.js'
import { frontMatterAt } from './front-matter.js'
import { maskDialects } from './mask.js'
import { chunkReader, joinList } from './parse-chunk.js'

/** `whole` is the slow way, through the tokenizer in one piece; it is there for tests to compare with. */
export type Way = 'chunks' | 'whole'

/** Reads Markdown chunk by chunk. The blocks are those that the text would give when read in one piece. */
export function parseMarkdown(source: string, languageId: string, way: Way = 'chunks'): Document {
  const start = afterByteOrderMark(source)
  const frontMatter = frontMatterAt(source, start)
  const blocks = [
    ...(frontMatter ? [frontMatterBlock(frontMatter)] : []),
    ...readChunks(source, frontMatter?.end ?? start, languageId, way),
  ]
  const labelled = labelSections(blocks)
  const directives = findDirectives(source, languageId, labelled)
  return { source, languageId, blocks: labelled, directives, ...(frontMatter ? { frontMatter } : {}) }
}

function readChunks(source: string, from: number, languageId: string, way: Way): Block[] {
  const mdx = languageId === 'mdx'
  const { text, regions } = maskDialects(source, from, mdx)
  const chunks = way === 'whole' ? [{ start: from, end: text.length, sibling: false }] : splitChunks(text, from, mdx)
  const texts = chunks.map(({ start, end }) => text.slice(start, end))
  const read = chunkReader({ source, regions, definitions: collectDefinitions(texts, mdx), mdx, way })
  const blocks: Block[] = []
  let groups = 0
  let list = 0
  chunks.forEach(({ start, sibling }, at) => {
    const found = read(texts[at] as string, start, groups)
    if (!sibling) list = groups + 1
    const { blocks: own, groups: last } = sibling ? joinList(found, groups + 1, list) : found
    groups = last
    for (const block of own) blocks.push(block)
  })
  return blocks
}

export function afterByteOrderMark(source: string): number {
  let at = 0
  while (source.charCodeAt(at) === 0xfeff) at++
  return at
}

export const frontMatterBlock = ({ start, end }: Span): Block => ({
  kind: 'front-matter',
  text: '',
  map: [],
  marks: [],
  span: { start, end },
  depth: 0,
  quoted: false,
  group: 0,
})
