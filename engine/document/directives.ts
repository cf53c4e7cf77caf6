import type { Block, Directive, DirectiveKind } from './block.js'
import { type BlockIndex, blockIndex } from './block-index.js'
import { toSource } from './source-map.js'
import { contains, type Span } from './span.js'

/** With these signs each directive begins, behind the mark of a comment. */
export const CUE = 'proviso-'
const KIND = /^(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/

/** Comments that speak to Proviso, in order of place. Those inside code or front matter are samples and do not count. */
export function findDirectives(source: string, languageId: string, blocks: readonly Block[]): Directive[] {
  const found: Directive[] = []
  const index = blockIndex(blocks)
  for (let at = source.indexOf(CUE); at >= 0; at = source.indexOf(CUE, at + CUE.length)) {
    const comment = commentAround(source, at, languageId)
    const directive = comment && readDirective(source, at + CUE.length, comment)
    if (directive && !isSample(index, directive)) found.push(directive)
  }
  return found
}

/** `inner` ends where the words of the comment end, before its closing mark. */
interface Comment extends Span {
  readonly inner: number
}

const CLOSING: Readonly<Record<string, string>> = { '<!--': '-->', '{/*': '*/}' }
const MARKDOWN = new Set(['markdown', 'quarto', 'rmd'])

function commentAround(source: string, at: number, languageId: string): Comment | undefined {
  const opening = /(<!--|\{\/\*|%+|\.\.)\s{0,40}$/.exec(source.slice(Math.max(0, at - 48), at))
  if (!opening) return undefined
  const mark = opening[1] as string
  const start = at - opening[0].length
  const closing = CLOSING[mark]
  if (!closing) return MARKDOWN.has(languageId) || languageId === 'mdx' ? undefined : lineComment(source, start, at)
  if (mark === '{/*' && languageId !== 'mdx') return undefined
  const inner = source.indexOf(closing, at)
  return inner < 0 ? undefined : { start, inner, end: inner + closing.length }
}

/** `%` and `..` count at the beginning of a line only. */
function lineComment(source: string, start: number, at: number): Comment | undefined {
  const lineStart = startOfLine(source, start)
  if (source.slice(lineStart, start).trim() !== '' || startOfLine(source, at) !== lineStart) return undefined
  const end = endOfLine(source, at)
  return { start, inner: end, end }
}

function readDirective(source: string, at: number, { start, inner, end }: Comment): Directive | undefined {
  const words = source.slice(at, inner)
  const kind = KIND.exec(words)?.[1] as DirectiveKind | undefined
  if (!kind) return undefined
  const dashes = /\s--(?=\s|$)/.exec(words)
  const list = words.slice(kind.length, dashes?.index ?? words.length)
  const reason = dashes ? words.slice(dashes.index + dashes[0].length).trim() : ''
  return { kind, rules: readRules(list, at + kind.length), reason, start, end }
}

const readRules = (list: string, base: number): Directive['rules'] =>
  [...list.matchAll(/[^\s,]+/g)].map((match) => {
    const start = base + match.index
    return { id: match[0], start, end: start + match[0].length }
  })

const isSample = (index: BlockIndex, place: Span): boolean =>
  index.at(place).some((block) => isCode(block) || isInCode(block, place))

const isCode = ({ kind }: Block): boolean => kind === 'code' || kind === 'front-matter'

const isInCode = ({ map, marks }: Block, place: Span): boolean =>
  marks.some((mark) => mark.kind === 'code' && contains(toSource(map, mark), place))

/** Sign by sign: a search for a sign that the text does not hold at all would go through all of it each time. */
export function startOfLine(source: string, at: number): number {
  let start = at
  while (start > 0 && source.charCodeAt(start - 1) !== 10 && source.charCodeAt(start - 1) !== 13) start--
  return start
}

export function endOfLine(source: string, at: number): number {
  let end = at
  while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++
  return end
}
