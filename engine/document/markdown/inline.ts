import { decodeString } from 'micromark-util-decode-string'
import type { Event, Token } from 'micromark-util-types'
import type { Mark } from '../block.js'
import type { TextBuilder } from '../text-builder.js'
import { addressOf, type Definitions } from './definitions.js'
import type { Region } from './mask.js'

/** What inline markup needs besides its tokens. `base` is added to the tokens' offsets; regions are in offsets of the source. */
export interface InlineContext {
  readonly source: string
  readonly base: number
  readonly regions: readonly Region[]
  readonly definitions: Definitions
}

/** Adds the text of inline tokens, from one event up to another (exclusive), to a block. */
export function readInline(
  events: readonly Event[],
  from: number,
  to: number,
  builder: TextBuilder,
  context: InlineContext,
): void {
  const reader = new InlineReader(builder, context)
  for (let at = from; at < to; at++) {
    const event = events[at] as Event
    if (event[0] === 'exit') reader.leave(event[1])
    else if (reader.enter(event)) at = exitOf(events, at)
  }
}

/** The event that closes the token opened at `at`. */
export function exitOf(events: readonly Event[], at: number): number {
  const token = (events[at] as Event)[1]
  let end = at + 1
  while (end < events.length && (events[end] as Event)[1] !== token) end++
  return end
}

/** The first region that ends after a place. */
export function firstAfter(regions: readonly Region[], place: number): number {
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((regions[middle] as Region).end <= place) low = middle + 1
    else high = middle
  }
  return low
}

interface OpenMark {
  readonly token: Token
  readonly start: number
  url: string
}

class InlineReader {
  private readonly open: OpenMark[] = []

  constructor(
    private readonly builder: TextBuilder,
    private readonly context: InlineContext,
  ) {}

  /** True when nothing inside the token is of interest any more. */
  enter([, token, tokens]: Event): boolean {
    const type: string = token.type
    switch (type) {
      case 'data':
        this.addPlain(token)
        return true
      case 'lineEnding':
        this.builder.newline(this.place(token).start)
        return true
      case 'characterEscape':
      case 'characterReference':
        this.addUnit(token)
        return true
      case 'strong':
      case 'emphasis':
      case 'link':
        this.open.push({ token, start: this.builder.length, url: '' })
        return false
      case 'codeText':
        this.addOpaque('code', token)
        return true
      case 'image':
        this.addOpaque('image', token)
        return true
      case 'htmlText':
        this.addTag(token)
        return true
      case 'autolinkProtocol':
      case 'autolinkEmail':
      case 'literalAutolinkHttp':
      case 'literalAutolinkWww':
      case 'literalAutolinkEmail':
        this.addAddress(token)
        return true
      case 'gfmFootnoteCallString':
        this.addFootnote(tokens.sliceSerialize(token))
        return true
      case 'resourceDestinationString':
        this.setAddress(decodeString(tokens.sliceSerialize(token)))
        return true
      case 'referenceString':
        this.setAddress(addressOf(this.context.definitions, tokens.sliceSerialize(token)))
        return true
      case 'resourceTitle':
      case 'taskListCheck':
      case 'definition':
        return true
      default:
        return false
    }
  }

  leave(token: Token): void {
    const mark = this.open[this.open.length - 1]
    if (mark?.token !== token) return
    this.open.pop()
    this.builder.mark(this.closed(mark))
  }

  private closed({ token, start, url }: OpenMark): Mark {
    const end = this.builder.length
    if (token.type !== 'link') return { kind: token.type === 'strong' ? 'strong' : 'emphasis', start, end }
    return { kind: 'link', start, end, url: url || this.shortcutAddress(token) }
  }

  /** `[label]` and `[label][]` name their definition by their own text. */
  private shortcutAddress(token: Token): string {
    const { start, end } = this.place(token)
    const written = this.context.source.slice(start, end).replace(/\[\]$/, '')
    return addressOf(this.context.definitions, written.slice(1, -1))
  }

  private place({ start, end }: Token): { start: number; end: number } {
    return { start: this.context.base + start.offset, end: this.context.base + end.offset }
  }

  private addPlain(token: Token): void {
    const { start, end } = this.place(token)
    const { regions } = this.context
    let at = start
    for (let next = firstAfter(regions, at); next < regions.length; next++) {
      const region = regions[next] as Region
      if (region.start >= end) break
      const from = Math.max(at, region.start)
      const until = Math.min(region.end, end)
      this.builder.plain(at, from)
      if (region.kind === 'math' || region.kind === 'code') this.builder.opaque(region.kind, from, until)
      at = until
    }
    this.builder.plain(at, end)
  }

  private addUnit(token: Token): void {
    const { start, end } = this.place(token)
    this.builder.unit(decodeString(this.context.source.slice(start, end)), start, end)
  }

  private addOpaque(kind: 'code' | 'image', token: Token): void {
    const { start, end } = this.place(token)
    this.builder.opaque(kind, start, end)
  }

  private addTag(token: Token): void {
    const { start, end } = this.place(token)
    if (/^<br\b/i.test(this.context.source.slice(start, Math.min(end, start + 4)))) this.builder.newline(start)
  }

  private addAddress(token: Token): void {
    const { start, end } = this.place(token)
    const from = this.builder.length
    this.builder.plain(start, end)
    this.builder.mark({
      kind: 'link',
      url: this.context.source.slice(start, end),
      start: from,
      end: this.builder.length,
    })
  }

  private addFootnote(label: string): void {
    const at = this.builder.length
    this.builder.mark({ kind: 'footnote', label, start: at, end: at })
  }

  private setAddress(url: string): void {
    const mark = this.open.findLast(({ token }) => token.type === 'link')
    if (mark) mark.url = url
  }
}
