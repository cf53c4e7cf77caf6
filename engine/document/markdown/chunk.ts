import type { Span } from '../span.js'
import { fenceAt, fenceCloses, type HtmlStart, htmlAt, htmlCloses, type ItemStart, itemAt } from './line-starts.js'
import { columnsBefore, endOfLine, isBlank, nextLine } from './lines.js'

/** A part of a text. A `sibling` begins with an item of the list with which the chunk before it begins. */
export interface Chunk extends Span {
  readonly sibling: boolean
}

/**
 * Splits a text at places that block structure cannot reach across: a blank line, then a line at column 0, with no fence, HTML
 * block or list open that could go on; and before each further item of a list that opens a chunk. Read one by one, the chunks give the same blocks as the whole. Chunks cover the text from
 * `from` to its end. Where it is not certain what a line belongs to, the rest stays in one chunk.
 */
export function splitChunks(text: string, from: number, mdx = false): Chunk[] {
  const scanner = new Scanner(text, from, mdx ? Number.POSITIVE_INFINITY : CODE_COLUMN)
  for (let at = from; at < text.length; at = nextLine(text, at)) scanner.line(at)
  return scanner.finish()
}

/** `swallow`: HTML that takes every line up to a blank one; `maybe`: such HTML, or not. */
type Mode =
  | { readonly kind: 'open' | 'swallow' | 'maybe' | 'doubt' }
  | { readonly kind: 'fence'; readonly fence: string }
  | { readonly kind: 'html'; readonly html: HtmlStart }

const OPEN: Mode = { kind: 'open' }
const DOUBT: Mode = { kind: 'doubt' }

/** From this column on a line is code, or goes on a paragraph. MDX knows no such code. */
const CODE_COLUMN = 4

/** Lines indented less than this may or may not belong to the item. */
const UNKNOWN = Number.POSITIVE_INFINITY

class Scanner {
  private readonly chunks: Chunk[] = []
  private sibling = false
  private mode: Mode = OPEN
  private container: 'none' | 'list' | 'note' = 'none'
  /** Column from which lines belong to the open item or note. */
  private width = 0
  /** The mark of the list that opens the chunk, as long as nothing came between its items. */
  private mark = ''
  private afterBlank = true
  /** The last line may be indented code, behind which the tokenizer opens fewer items than elsewhere, even after blank lines. */
  private afterCode = false

  constructor(
    private readonly text: string,
    private start: number,
    private readonly codeColumn: number,
  ) {}

  finish(): Chunk[] {
    this.close(this.text.length)
    return this.chunks
  }

  line(at: number): void {
    const { mode } = this
    if (mode.kind === 'doubt') return
    const end = endOfLine(this.text, at)
    if (mode.kind === 'fence') {
      if (fenceCloses(this.text, at, end, mode.fence, this.codeColumn)) this.mode = OPEN
    } else if (mode.kind === 'html') {
      if (htmlCloses(this.text, at, end, mode.html)) this.mode = OPEN
    } else if (isBlank(this.text, at, end)) {
      this.mode = OPEN
      this.afterBlank = true
      return
    } else this.prose(at, end)
    this.afterBlank = false
  }

  private prose(at: number, end: number): void {
    if (this.mode.kind === 'swallow') return
    const { column, offset } = columnsBefore(this.text, at, end)
    const item = column < this.codeColumn ? itemAt(this.text, offset, end, column, this.codeColumn) : undefined
    if (column === 0 && item && this.isSibling(item)) this.splitList(at)
    else if (this.afterBlank && column === 0 && !this.goesOn(at, item)) this.split(at)
    this.afterCode = column >= this.codeColumn
    if (this.container !== 'none' && column >= this.width) return
    this.outside(at, offset, end, column, item)
  }

  private goesOn(at: number, item: ItemStart | undefined): boolean {
    if (this.afterCode) return item !== undefined || this.text.charCodeAt(at) === 62
    return this.container === 'list' && item?.kind === 'list'
  }

  private isSibling({ kind, mark, width, bullet }: ItemStart): boolean {
    return kind === 'list' && mark === this.mark && width !== UNKNOWN && (bullet || !this.afterCode)
  }

  private splitList(at: number): void {
    this.close(at)
    this.sibling = true
  }

  private split(at: number): void {
    if (this.text.charCodeAt(at) === 0xfeff) return
    this.close(at)
    this.container = 'none'
    this.width = 0
    this.mark = ''
  }

  private close(at: number): void {
    if (at > this.start) this.chunks.push({ start: this.start, end: at, sibling: this.sibling })
    this.start = at
    this.sibling = false
  }

  /** A line that stands outside the open item, or may do so. */
  private outside(at: number, offset: number, end: number, column: number, item: ItemStart | undefined): void {
    if (column >= this.codeColumn) return
    const unsure = this.mode.kind === 'maybe' || (this.container !== 'none' && column > 0)
    const fence = fenceAt(this.text, offset, end)
    const html = htmlAt(this.text, offset, end)
    if (fence) this.enter(unsure ? DOUBT : { kind: 'fence', fence })
    else if (html) this.enterHtml(html, unsure)
    else if (item) this.enterItem(item, at, column)
    else this.lose()
  }

  private enter(mode: Mode): void {
    this.mode = mode
    this.lose()
  }

  /** What follows may or may not belong to the open item. */
  private lose(): void {
    this.width = UNKNOWN
    this.mark = ''
  }

  private enterHtml(html: HtmlStart, unsure: boolean): void {
    if (html.closed) this.lose()
    else if (html.kind === 'tag') this.enter({ kind: unsure ? 'maybe' : 'swallow' })
    else if (html.kind === 'other') this.enter({ kind: 'maybe' })
    else this.enter(unsure ? DOUBT : { kind: 'html', html })
  }

  /** Inside a paragraph only a bullet, or a sibling in a list, is certain to open an item. */
  private enterItem(item: ItemStart, at: number, column: number): void {
    const certain = this.afterBlank || item.bullet || (this.container === 'list' && this.width !== UNKNOWN)
    const known = certain && column === 0 && this.mode.kind !== 'maybe'
    if (this.container !== 'list' || column === 0) this.container = item.kind
    this.width = known ? item.width : UNKNOWN
    const opens = at === this.start || item.mark === this.mark
    this.mark = known && opens && item.kind === 'list' && item.width !== UNKNOWN ? item.mark : ''
  }
}
