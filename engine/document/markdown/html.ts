import { decodeString } from 'micromark-util-decode-string'
import { toSource } from '../source-map.js'
import type { BuiltText } from '../text-builder.js'
import { sliceText, TextBuilder } from '../text-builder.js'

/** A piece of prose between block tags. `level` is 1 to 6 inside a heading, 0 elsewhere. */
export interface HtmlPiece extends BuiltText {
  readonly level: number
}

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 head header hr html legend li link main menu meta nav ol optgroup option p section summary table tbody td tfoot th ' +
    'thead title tr ul'
  ).split(' '),
)

/** What these hold is no prose. */
const RAW_TAGS = new Set([
  'script',
  'style',
  'svg',
  'math',
  'pre',
  'code',
  'textarea',
  'template',
  'noscript',
  'iframe',
])

/** The prose in a block of HTML, tags dropped and entities resolved. `html` is the block's text with its way back to `source`. */
export function htmlProse(html: BuiltText, source: string): HtmlPiece[] {
  const reader = new HtmlReader(html, source)
  let at = 0
  while (at < html.text.length) at = reader.step(at)
  return reader.finish()
}

interface OpenTag {
  readonly name: string
  readonly start: number
  readonly url: string
}

class HtmlReader {
  private readonly pieces: HtmlPiece[] = []
  private builder: TextBuilder
  private level = 0
  private open: OpenTag[] = []

  constructor(
    private readonly html: BuiltText,
    private readonly source: string,
  ) {
    this.builder = new TextBuilder(source)
  }

  /** Reads one stretch and says where the next one begins. */
  step(at: number): number {
    const { text } = this.html
    const code = text.charAt(at)
    if (code === '<') return this.tag(at)
    if (code === '&') return this.entity(at)
    if (code === '\n') return this.lineEnd(at)
    const end = nextOf(text, at, /[<&\n]/g)
    this.addPlain(at, end)
    return end
  }

  finish(): HtmlPiece[] {
    this.close()
    return this.pieces
  }

  private tag(at: number): number {
    const { text } = this.html
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
    if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at)
    if (text.startsWith('<?', at)) return after(text, '?>', at)
    if (text.startsWith('<!', at)) return after(text, '>', at)
    const name = nameAt(text, at)
    if (!name) {
      this.addPlain(at, at + 1)
      return at + 1
    }
    const end = tagEnd(text, at)
    return this.apply(name, text.charAt(at + 1) === '/', at, end)
  }

  private apply(name: string, closing: boolean, at: number, end: number): number {
    if (!closing && RAW_TAGS.has(name)) return this.skipRaw(name, at, end)
    if (BLOCK_TAGS.has(name)) this.atBlockTag(name, closing)
    else if (name === 'br') this.builder.newline(this.place(at, end).start)
    else if (name === 'img') this.addImage(at, end)
    else if (closing) this.closeInline(name)
    else this.openInline(name, this.html.text.slice(at, end))
    return end
  }

  private skipRaw(name: string, at: number, end: number): number {
    const { text } = this.html
    if (text.charAt(end - 2) === '/') return end
    const close = text.toLowerCase().indexOf(`</${name}`, end)
    const stop = close < 0 ? text.length : tagEnd(text, close)
    if (name !== 'code') return stop
    const { start, end: until } = this.place(at, stop)
    this.builder.opaque('code', start, until)
    return stop
  }

  private atBlockTag(name: string, closing: boolean): void {
    this.close()
    this.level = !closing && /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0
  }

  private close(): void {
    const built = this.builder.finish()
    if (built.text !== '') this.pieces.push({ ...built, level: this.level })
    this.builder = new TextBuilder(this.source)
    this.open = []
  }

  private openInline(name: string, tag: string): void {
    const url = /\shref\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1] ?? ''
    if (this.open.length < 32) this.open.push({ name, start: this.builder.length, url })
  }

  private closeInline(name: string): void {
    const at = this.open.findLastIndex((tag) => tag.name === name)
    if (at < 0) return
    const { start, url } = this.open[at] as OpenTag
    this.open.length = at
    const end = this.builder.length
    if (name === 'a') this.builder.mark({ kind: 'link', start, end, url })
    if (name === 'b' || name === 'strong') this.builder.mark({ kind: 'strong', start, end })
    if (name === 'i' || name === 'em') this.builder.mark({ kind: 'emphasis', start, end })
  }

  private addImage(at: number, end: number): void {
    const place = this.place(at, end)
    this.builder.opaque('image', place.start, place.end)
  }

  private lineEnd(at: number): number {
    let end = at + 1
    while (end < this.html.text.length && ' \t\n'.includes(this.html.text.charAt(end))) end++
    this.builder.newline(this.place(at, end).start)
    return end
  }

  private entity(at: number): number {
    const written = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/.exec(
      this.html.text.slice(at, at + 34),
    )?.[0]
    if (!written) {
      this.addPlain(at, at + 1)
      return at + 1
    }
    const { start, end } = this.place(at, at + written.length)
    this.builder.unit(decodeString(written), start, end)
    return at + written.length
  }

  private addPlain(start: number, end: number): void {
    for (const run of sliceText(this.html, start, end).map)
      this.builder.plain(run.source, run.source + run.sourceLength)
  }

  private place(start: number, end: number): { start: number; end: number } {
    return toSource(this.html.map, { start, end })
  }
}

function nextOf(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

function after(text: string, closing: string, from: number): number {
  const at = text.indexOf(closing, from)
  return at < 0 ? text.length : at + closing.length
}

const nameAt = (text: string, at: number): string =>
  /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(text.slice(at, at + 24))?.[1]?.toLowerCase() ?? ''

/** Behind the `>` of a tag; a `>` inside quotes does not count. Without one, what is left of the text is the tag. */
function tagEnd(text: string, from: number): number {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const code = text.charAt(at)
    if (quote) quote = code === quote ? '' : quote
    else if (code === '>') return at + 1
    else if ((code === '"' || code === "'") && text.charAt(at - 1) === '=') quote = code
  }
  return text.length
}
