import type { Event, Token } from 'micromark-util-types'
import type { Block } from '../block.js'
import { toSource } from '../source-map.js'
import type { Span } from '../span.js'
import { type BuiltText, TextBuilder } from '../text-builder.js'
import { type Container, Containers, type Place } from './containers.js'
import { htmlProse } from './html.js'
import { exitOf, firstAfter, type InlineContext, readInline } from './inline.js'
import { beforeWhiteSpace } from './lines.js'

/** Blocks, and the number of the last group among them. */
export interface Found {
  readonly blocks: readonly Block[]
  readonly groups: number
}

/** Blocks from the tokens of a text. Groups are numbered on from `groups`. */
export function walkTokens(events: readonly Event[], context: InlineContext, groups: number): Found {
  const walker = new Walker(events, context, groups)
  for (let at = 0; at < events.length; at++) at = walker.visit(at)
  return { blocks: walker.blocks, groups: walker.groups }
}

class Walker {
  readonly blocks: Block[] = []
  private readonly containers = new Containers()
  private table = 0
  private row = -1
  private column = -1

  constructor(
    private readonly events: readonly Event[],
    private readonly context: InlineContext,
    public groups: number,
  ) {}

  /** Handles the event at a place and says which one was the last that it used. */
  visit(at: number): number {
    const [step, token] = this.events[at] as Event
    return step === 'enter' ? this.enter(at, token) : this.leave(at, token)
  }

  private enter(at: number, token: Token): number {
    const type: string = token.type
    switch (type) {
      case 'blockQuote':
        return this.open(at, 'quote', token)
      case 'listOrdered':
      case 'listUnordered':
        return this.open(at, 'list', token)
      case 'gfmFootnoteDefinition':
        return this.open(at, 'footnote', token)
      case 'listItemPrefix':
        this.containers.startItem()
        return at
      case 'gfmFootnoteDefinitionLabelString':
        return this.setLabel(at)
      case 'table':
        this.startTable()
        return at
      case 'tableRow':
        this.row++
        this.column = -1
        return at
      default:
        return this.enterLeaf(at, type)
    }
  }

  private enterLeaf(at: number, type: string): number {
    switch (type) {
      case 'paragraph':
        return this.paragraph(at)
      case 'atxHeading':
      case 'setextHeading':
        return this.heading(at)
      case 'tableHeader':
      case 'tableData':
        return this.cell(at)
      case 'codeFenced':
      case 'codeIndented':
        return this.opaque(at)
      case 'htmlFlow':
        return this.html(at)
      case 'definition':
        return this.definition(at)
      default:
        return at
    }
  }

  private leave(at: number, token: Token): number {
    this.containers.leave(token)
    return at
  }

  private open(at: number, kind: Container['kind'], token: Token): number {
    this.containers.enter(kind, token, kind === 'list' ? ++this.groups : 0)
    return at
  }

  private setLabel(at: number): number {
    const [, token, tokens] = this.events[at] as Event
    this.containers.setLabel(tokens.sliceSerialize(token))
    return exitOf(this.events, at)
  }

  private startTable(): void {
    this.table = ++this.groups
    this.row = -1
  }

  private paragraph(at: number): number {
    const end = this.readFresh(at)
    this.add(this.built(at, end), this.spanAt(at), this.containers.placeOf('paragraph'))
    return end
  }

  private readFresh(at: number): number {
    this.containers.startLeaf(this.opensNote(at))
    return exitOf(this.events, at)
  }

  private opensNote(at: number): boolean {
    const { start } = this.spanAt(at)
    const region = this.context.regions[firstAfter(this.context.regions, start)]
    return region?.kind === 'admonition' && region.start <= start
  }

  private heading(at: number): number {
    const end = this.readFresh(at)
    const isTitle = this.opensNote(at)
    const place = isTitle
      ? this.containers.placeOf('paragraph')
      : { ...this.containers.placeOf('heading'), depth: this.levelOf(at, end) }
    this.add(this.built(at, end), this.spanAt(at), place)
    return end
  }

  private levelOf(at: number, end: number): number {
    for (let next = at; next < end; next++) {
      const token = (this.events[next] as Event)[1]
      const type: string = token.type
      if (type === 'atxHeadingSequence') return token.end.offset - token.start.offset
      if (type === 'setextHeadingLineSequence') return this.charAt(token.start.offset) === '=' ? 1 : 2
    }
    return 1
  }

  private charAt(offset: number): string {
    return this.context.source.charAt(this.context.base + offset)
  }

  private cell(at: number): number {
    const end = exitOf(this.events, at)
    this.column++
    const cell = { table: this.table, row: this.row, column: this.column }
    this.add(this.built(at, end), this.spanAt(at), {
      ...this.containers.placeOf('table-cell'),
      group: this.table,
      cell,
    })
    return end
  }

  private opaque(at: number): number {
    const end = this.readFresh(at)
    this.blocks.push({ ...this.containers.placeOf('code'), text: '', map: [], marks: [], span: this.spanAt(at) })
    return end
  }

  private definition(at: number): number {
    const builder = new TextBuilder(this.context.source)
    const span = this.spanAt(at)
    builder.plain(span.start, span.end)
    this.add(builder.finish(), span, this.containers.placeOf('references'))
    return exitOf(this.events, at)
  }

  private html(at: number): number {
    const end = this.readFresh(at)
    const { source } = this.context
    for (const { level, ...built } of htmlProse(this.htmlText(at, end), source)) {
      const span = toSource(built.map, { start: 0, end: built.text.length })
      const place = this.containers.placeOf(level > 0 ? 'heading' : 'paragraph')
      this.add(built, span, level > 0 ? { ...place, depth: level } : place)
    }
    return end
  }

  private htmlText(at: number, end: number): BuiltText {
    const builder = new TextBuilder(this.context.source)
    const { base } = this.context
    for (let next = at; next < end; next++) {
      const [step, token] = this.events[next] as Event
      if (step === 'exit') continue
      if (token.type === 'htmlFlowData') builder.plain(base + token.start.offset, base + token.end.offset)
      else if (token.type === 'lineEnding') builder.newline(base + token.start.offset)
    }
    return builder.finish()
  }

  private built(at: number, end: number): BuiltText {
    const builder = new TextBuilder(this.context.source)
    readInline(this.events, at + 1, end, builder, this.context)
    return builder.finish()
  }

  private spanAt(at: number): Span {
    const { start, end } = (this.events[at] as Event)[1]
    const { source, base } = this.context
    return { start: base + start.offset, end: beforeWhiteSpace(source, base + start.offset, base + end.offset) }
  }

  private add({ text, map, marks }: BuiltText, span: Span, place: Place): void {
    if (text !== '') this.blocks.push({ ...asFormula(place, { text, map, marks }), text, map, marks, span })
  }
}

/** A paragraph that holds nothing but a formula is no prose. */
function asFormula(place: Place, { text, marks }: BuiltText): Place {
  const bare = marks.length > 0 && marks.every(({ kind }) => kind === 'math') && /^[\uFFFC\s]*$/.test(text)
  return bare && place.kind !== 'table-cell' ? { ...place, kind: 'code' } : place
}
