import { splitSentences } from '../language/sentences.js'
import type { Block, Directive, DirectiveKind, Document } from './block.js'
import { toSource } from './source-map.js'
import { contains, cover, overlaps, type Span } from './span.js'

/** With these signs each directive begins, behind the mark of a comment. */
export const CUE = 'proviso-'
const KIND = /^(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/

/** Comments that speak to Proviso, in order of place. Those inside code or front matter are samples and do not count. */
export function findDirectives(source: string, languageId: string, blocks: readonly Block[]): Directive[] {
  const found: Directive[] = []
  for (let at = source.indexOf(CUE); at >= 0; at = source.indexOf(CUE, at + CUE.length)) {
    const comment = commentAround(source, at, languageId)
    const directive = comment && readDirective(source, at + CUE.length, comment)
    if (directive && !isSample(blocks, directive)) found.push(directive)
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

function isSample(blocks: readonly Block[], place: Span): boolean {
  return blocks.some((block) => overlaps(block.span, place) && (isCode(block) || isInCode(block, place)))
}

const isCode = ({ kind }: Block): boolean => kind === 'code' || kind === 'front-matter'

const isInCode = ({ map, marks }: Block, place: Span): boolean =>
  marks.some((mark) => mark.kind === 'code' && contains(toSource(map, mark), place))

/**
 * The part of the source that a directive governs. `enable` governs nothing. Where a directive stands inside a paragraph, the next
 * sentence counts; a list item or a paragraph counts whole, however it is wrapped; a table counts whole, since no comment fits inside it.
 */
export function governedSpan(document: Document, directive: Directive): Span {
  switch (directive.kind) {
    case 'disable-file':
      return { start: 0, end: document.source.length }
    case 'disable':
      return { start: directive.end, end: endOfDisabled(document, directive) }
    case 'disable-line':
      return blocksOnLine(document, directive)
    case 'disable-next-line':
      return nextUnit(document, directive)
    case 'enable':
      return { start: directive.end, end: directive.end }
  }
}

/** Any `enable` that names no rule, or one of the same rules: it is safer to report too much than to hide. */
function endOfDisabled({ directives, source }: Document, { end, rules }: Directive): number {
  const matching = directives.find(
    (one) => one.kind === 'enable' && one.start >= end && (sharesRule(one.rules, rules) || one.rules.length === 0),
  )
  return matching?.start ?? source.length
}

const sharesRule = (some: Directive['rules'], others: Directive['rules']): boolean =>
  others.length === 0 || some.some(({ id }) => others.some((other) => other.id === id))

function blocksOnLine({ source, blocks }: Document, { start, end }: Directive): Span {
  const line = { start: startOfLine(source, start), end: endOfLine(source, end) }
  return blocks.filter(({ span }) => overlaps(span, line)).reduce((all, { span }) => cover(all, span), line)
}

function nextUnit({ source, blocks }: Document, { end }: Directive): Span {
  const around = blocks.find(({ span }) => span.start < end && span.end > end)
  const sentence = around && nextSentence(around, end)
  if (sentence) return sentence
  const next = blocks.find(({ span }) => span.start >= end)
  if (!next) return { start: end, end: source.length }
  if (next.kind !== 'table-cell') return next.span
  return blocks
    .filter(({ cell, group }) => cell && group === next.group)
    .reduce((all, { span }) => cover(all, span), next.span)
}

const nextSentence = (block: Block, from: number): Span | undefined =>
  splitSentences(block)
    .map((sentence) => toSource(block.map, sentence))
    .find(({ start, end }) => start >= from || (start < from && end > from))

const startOfLine = (source: string, at: number): number =>
  at === 0 ? 0 : Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1

function endOfLine(source: string, at: number): number {
  let end = at
  while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++
  return end
}
