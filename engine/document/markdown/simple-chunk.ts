import type { Event } from 'micromark-util-types'
import type { Block } from '../block.js'
import { type BuiltText, TextBuilder } from '../text-builder.js'
import { type InlineContext, readInline } from './inline.js'
import { afterIndent, beforeSpaces, endOfLine, isBlank, nextLine, restIsBlank } from './lines.js'
import { type SimpleCell, simpleTable } from './simple-table.js'
import type { Found } from './walk.js'

/** What may stand for inline markup. A bracket alone does so only where something is defined. */
const INLINE = /[\\`*_<&~@]|\]\(|:\/\/|[wW]{3}\./
const INLINE_OR_LABEL = /[\\`*_<&~@[]|:\/\/|[wW]{3}\./

/**
 * Reads a chunk that is plainly one paragraph, one heading or one flat list, without block tokens. Nothing for any other: the
 * signs are cautious, so a chunk may be refused that is simple after all, but never the other way round.
 */
export function readSimple(
  text: string,
  context: InlineContext,
  groups: number,
  inline: (text: string) => Event[],
): Found | undefined {
  if (text.includes('\uFEFF') || text.includes(']:')) return undefined
  const reader = new SimpleReader(text, context, inline)
  const cells = simpleTable(text)
  if (cells)
    return withText(
      cells.map((cell) => reader.cell(cell, groups + 1)),
      groups + 1,
    )
  const shape = shapeOf(text)
  if (!shape) return undefined
  const listed = shape.kind === 'list-item' ? groups + 1 : groups
  const place = { kind: shape.kind, depth: shape.depth, group: listed > groups ? listed : 0 }
  return withText(
    shape.parts.map((part) => reader.block(part, place)),
    listed,
  )
}

const withText = (blocks: readonly Block[], groups: number): Found => ({
  blocks: blocks.filter((block) => block.text !== ''),
  groups,
})

/** A longer paragraph is read without its inline markup, whose tokens would take hundreds of times its memory. */
export const LONGEST_INLINE = 300_000

/** The inside of a paragraph, from its first to its last character; `start` is where its block begins. */
interface Part {
  readonly start: number
  readonly from: number
  readonly to: number
}

interface Shape {
  readonly kind: 'paragraph' | 'heading' | 'list-item'
  readonly depth: number
  readonly parts: readonly Part[]
}

function shapeOf(text: string): Shape | undefined {
  const end = endOfLine(text, 0)
  const heading = headingShape(text, end)
  if (heading) return heading
  if (itemText(text, 0, end) > 0) return listShape(text)
  const part = paragraphAt(text, 0, 0)
  return part && restIsBlank(text, part.to) ? { kind: 'paragraph', depth: 0, parts: [part] } : undefined
}

function headingShape(text: string, end: number): Shape | undefined {
  const sequence = /^(#{1,6})[ \t]+[^# \t\r\n]/.exec(text.slice(0, 64))
  if (!sequence || text.slice(sequence[0].length, end).includes('#') || !restIsBlank(text, end)) return undefined
  const part = { start: 0, from: sequence[0].length - 1, to: beforeSpaces(text, 0, end) }
  return { kind: 'heading', depth: (sequence[1] as string).length, parts: [part] }
}

/** A paragraph from `from` to a blank line, or nothing where a line could open a block. */
function paragraphAt(text: string, start: number, from: number, isEnd: LineTest = never): Part | undefined {
  let to = from
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const end = endOfLine(text, at)
    const first = afterIndent(text, at, end)
    if (first === end || (at > from && isEnd(at, end))) break
    if ((at === from && first !== at) || mayOpenBlock(text, first, end)) return undefined
    to = beforeSpaces(text, at, end)
  }
  return to > from ? { start, from, to } : undefined
}

type LineTest = (at: number, end: number) => boolean

const never: LineTest = () => false

/** Items of one list, each a single paragraph, with or without blank lines between them. */
function listShape(text: string): Shape | undefined {
  const parts: Part[] = []
  const kind = markerKind(text, 0)
  const opensItem: LineTest = (at, end) => itemText(text, at, end) > 0 && markerKind(text, at) === kind
  let at = 0
  while (at < text.length) {
    const end = endOfLine(text, at)
    if (isBlank(text, at, end)) {
      at = nextLine(text, at)
      continue
    }
    if (!opensItem(at, end)) return undefined
    const from = itemText(text, at, end)
    if (text.charCodeAt(from) === 91) return undefined
    const part = paragraphAt(text, from, from, opensItem)
    if (!part) return undefined
    parts.push(part)
    at = nextLine(text, part.to)
  }
  return { kind: 'list-item', depth: 1, parts }
}

/** Where the text of an item begins whose marker stands at column 0 with one space behind it; 0 when there is none. */
function itemText(text: string, at: number, end: number): number {
  let from = at
  while (from < end && from - at < 9 && isDigit(text.charCodeAt(from))) from++
  const code = text.charCodeAt(from)
  const marked = from > at ? code === 46 || code === 41 : code === 45 || code === 43 || code === 42
  const first = from + 2
  return marked && first < end && text.charCodeAt(from + 1) === 32 && !isSpace(text.charCodeAt(first)) ? first : 0
}

/** Items with other marks belong to another list. */
function markerKind(text: string, at: number): string {
  let from = at
  while (isDigit(text.charCodeAt(from))) from++
  return (from > at ? 'n' : '') + text.charAt(from)
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const isSpace = (code: number): boolean => code === 32 || code === 9

const OPENERS = new Set('#>-+=<|:'.split('').map((sign) => sign.charCodeAt(0)))

/** Signs that a line opens a block of its own. `#` and others at the beginning of plain words count too: better slow than wrong. */
function mayOpenBlock(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (OPENERS.has(code)) return true
  if (code === 96 || code === 126) return text.startsWith(text.charAt(at).repeat(3), at)
  if (code === 42 || code === 95) return afterRun(text, at, end, code)
  return isDigit(code) && /^\d{1,9}[.)](?:[ \t]|$)/.test(text.slice(at, Math.min(end, at + 12)))
}

/** A bullet or a break has a space, or nothing, behind its marks; emphasis has not. */
function afterRun(text: string, at: number, end: number, code: number): boolean {
  let from = at
  while (from < end && text.charCodeAt(from) === code) from++
  return from === end || isSpace(text.charCodeAt(from))
}

class SimpleReader {
  private readonly special: RegExp

  constructor(
    private readonly text: string,
    private readonly context: InlineContext,
    private readonly inline: (text: string) => Event[],
  ) {
    const { links, footnotes } = context.definitions
    this.special = links.size + footnotes.length > 0 ? INLINE_OR_LABEL : INLINE
  }

  block({ start, from, to }: Part, place: Pick<Block, 'kind' | 'depth' | 'group'>): Block {
    const { base } = this.context
    return { ...place, ...this.build(from, to), span: { start: base + start, end: base + to }, quoted: false }
  }

  cell({ row, column, start, from, to, end }: SimpleCell, table: number): Block {
    const { base } = this.context
    const cell = { table, row, column }
    const span = { start: base + start, end: base + end }
    return { kind: 'table-cell', depth: 0, group: table, cell, ...this.build(from, to), span, quoted: false }
  }

  private build(from: number, to: number): BuiltText {
    const part = this.text.slice(from, to)
    const builder = new TextBuilder(this.context.source)
    if (to - from <= LONGEST_INLINE && this.special.test(part)) this.addInline(builder, part, from)
    else this.addLines(builder, from, to)
    return builder.finish()
  }

  private addInline(builder: TextBuilder, part: string, from: number): void {
    const events = this.inline(part)
    readInline(events, 0, events.length, builder, { ...this.context, base: this.context.base + from })
  }

  private addLines(builder: TextBuilder, from: number, to: number): void {
    const { base } = this.context
    for (let at = from; at < to; at = nextLine(this.text, at)) {
      const end = Math.min(to, endOfLine(this.text, at))
      builder.plain(base + afterIndent(this.text, at, end), base + beforeSpaces(this.text, at, end))
      if (end < to) builder.newline(base + end)
    }
  }
}
