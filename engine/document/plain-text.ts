import type { Block, BlockKind, Document } from './block.js'
import { findDirectives } from './directives.js'
import { beforeSpaces, columnsBefore, endOfLine, nextLine } from './markdown/lines.js'
import { type Line, type LineSign, signOf } from './plain-lines.js'
import { labelSections } from './sections.js'
import { TextBuilder } from './text-builder.js'

/** Reads plain text: paragraphs by blank lines, bullets and numbers as lists, short lines with signs of a heading as headings. */
export function parsePlainText(source: string, languageId: string): Document {
  const directives = findDirectives(source, languageId, [])
  const hidden = new Set<number>()
  for (const { start, end } of directives)
    for (let at = start; at < end; at = nextLine(source, at)) hidden.add(startOfLine(source, at))
  const reader = new Reader(source)
  for (const line of linesOf(source)) reader.add(hidden.has(line.start) ? { ...line, from: line.to } : line)
  const blocks = labelSections(reader.finish())
  return { source, languageId, blocks, directives }
}

function linesOf(source: string): Line[] {
  const lines: Line[] = []
  const first = source.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let start = first; start < source.length; start = nextLine(source, start)) {
    const end = endOfLine(source, start)
    const { column, offset } = columnsBefore(source, start, end)
    lines.push({ start, from: offset, to: beforeSpaces(source, offset, end), end, column })
  }
  return lines
}

function startOfLine(source: string, at: number): number {
  let start = at
  while (start > 0 && source.charCodeAt(start - 1) !== 10 && source.charCodeAt(start - 1) !== 13) start--
  return start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : start
}

type OpenBlock = Pick<Block, 'kind' | 'depth' | 'quoted' | 'group'> & {
  readonly lines: Line[]
  readonly numbered: boolean
}

class Reader {
  private readonly blocks: Block[] = []
  private open: OpenBlock | undefined
  private readonly numbered = new Set<Block>()
  /** Columns of the markers of open items, outermost first. */
  private columns: number[] = []
  private group = 0
  private afterBlank = true

  constructor(private readonly source: string) {}

  add(line: Line): void {
    if (line.from >= line.to) this.atBlank()
    else {
      this.read(line, signOf(this.source, line))
      this.afterBlank = false
    }
  }

  finish(): Block[] {
    this.close()
    return this.blocks.map((block, at) =>
      this.isTitle(at) ? { ...block, kind: 'heading', depth: 2, group: 0 } : block,
    )
  }

  /** `1. Introduction` alone between paragraphs is a title and no list. */
  private isTitle(at: number): boolean {
    const block = this.blocks[at] as Block
    const next = this.blocks[at + 1]
    if (!this.numbered.has(block) || next?.kind !== 'paragraph' || this.blocks[at - 1]?.group === block.group)
      return false
    return block.text.length <= 60 && /^\p{Lu}[^\n]*[^.;,:!?\n]$/u.test(block.text)
  }

  private atBlank(): void {
    this.close()
    this.afterBlank = true
  }

  private read(line: Line, sign: LineSign): void {
    if (sign.kind === 'underline' && this.open?.kind === 'paragraph' && this.open.lines.length === 1)
      this.underlined(sign.level)
    else if (sign.kind === 'underline' || sign.kind === 'rule') this.close()
    else if (sign.kind === 'item' && this.mayOpenItem(sign.numbered, line)) this.item(line, sign)
    else if (sign.kind === 'quote') this.quote({ ...line, from: sign.text })
    else if (sign.kind === 'heading' && (this.afterBlank || sign.level < 3)) this.heading(line, sign.level)
    else this.continued(line)
  }

  /** Inside a paragraph a number at the beginning of a line may be part of the sentence. */
  private mayOpenItem(numbered: boolean, { column }: Line): boolean {
    return this.afterBlank || !numbered || this.columns.includes(column)
  }

  private item(line: Line, { text, numbered }: LineSign & { readonly kind: 'item' }): void {
    this.close()
    while (this.columns.length > 0 && (this.columns[this.columns.length - 1] as number) > line.column)
      this.columns.pop()
    if (this.columns.length === 0) this.group++
    if (this.columns[this.columns.length - 1] !== line.column) this.columns.push(line.column)
    this.start('list-item', { ...line, from: text }, this.columns.length, numbered)
  }

  private quote(line: Line): void {
    if (this.open?.kind === 'quotation') this.open.lines.push(line)
    else if (line.from < line.to) {
      this.close()
      this.start('quotation', line, 0)
    }
    if (line.from >= line.to) this.close()
  }

  private heading(line: Line, level: number): void {
    this.close()
    this.start('heading', line, level)
    this.close()
  }

  private underlined(level: number): void {
    if (this.open) this.open = { ...this.open, kind: 'heading', depth: level }
    this.close()
  }

  private continued(line: Line): void {
    if (this.open) {
      this.open.lines.push(line)
      return
    }
    const inItem = this.columns.length > 0 && line.column > (this.columns[0] as number)
    if (!inItem) this.columns = []
    this.start(
      inItem ? 'list-item' : 'paragraph',
      line,
      inItem ? this.columns.filter((one) => one < line.column).length : 0,
    )
  }

  private start(kind: BlockKind, line: Line, depth: number, numbered = false): void {
    if (kind !== 'list-item') this.columns = []
    const group = kind === 'list-item' ? this.group : 0
    this.open = { kind, depth, quoted: kind === 'quotation', group, lines: [line], numbered }
  }

  private close(): void {
    const { open } = this
    this.open = undefined
    if (!open) return
    const { lines, kind, depth, quoted, group, numbered } = open
    const built = this.build(lines.filter(({ from, to }) => from < to))
    const span = { start: (lines[0] as Line).from, end: (lines[lines.length - 1] as Line).to }
    if (built.text === '') return
    const block = { kind, depth, quoted, group, ...built, span }
    this.blocks.push(block)
    if (numbered) this.numbered.add(block)
  }

  private build(lines: readonly Line[]): Pick<Block, 'text' | 'map' | 'marks'> {
    const builder = new TextBuilder(this.source)
    for (const { from, to, end } of lines) {
      builder.plain(from, to)
      builder.newline(end)
    }
    return builder.finish()
  }
}
