import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name'
import { columnsBefore } from './lines.js'

/** A line that opens a list item or a footnote; what it holds stands from column `width` on. */
export interface ItemStart {
  readonly kind: 'list' | 'note'
  /** The bullet, or what stands behind the number; items of one list share it. */
  readonly mark: string
  readonly bullet: boolean
  readonly width: number
}

const MARKER = /^(?:([-+*])|\d{1,9}[.)])(?=[ \t]|$)/
const NOTE = /^\[\^[^\]]{1,999}\]:/

/** `column` is that of the marker. An item without text has an unknown width: it may end at once. */
export function itemAt(
  text: string,
  offset: number,
  end: number,
  column: number,
  codeColumn: number,
): ItemStart | undefined {
  const code = text.charCodeAt(offset)
  if (code === 91) return noteAt(text, offset, end)
  if (code !== 45 && code !== 43 && code !== 42 && !(code >= 48 && code <= 57)) return undefined
  const marker = MARKER.exec(text.slice(offset, Math.min(end, offset + 12)))
  if (!marker) return undefined
  const after = columnsBefore(text, offset + marker[0].length, end, column + marker[0].length)
  const width = itemWidth(text.slice(after.offset, end), after.column, column + marker[0].length, codeColumn)
  return { kind: 'list', mark: marker[0].slice(-1), bullet: marker[1] !== undefined, width }
}

/** `behind` is the column behind the marker; with more than four spaces the item holds indented code. */
function itemWidth(words: string, column: number, behind: number, codeColumn: number): number {
  if (/^[-+*_ \t]*$/.test(words)) return Number.POSITIVE_INFINITY
  return column - behind > codeColumn ? behind + 1 : column
}

function noteAt(text: string, offset: number, end: number): ItemStart | undefined {
  const note = NOTE.exec(text.slice(offset, end))
  if (!note) return undefined
  const empty = columnsBefore(text, offset + note[0].length, end).offset === end
  return { kind: 'note', mark: '', bullet: false, width: empty ? Number.POSITIVE_INFINITY : 4 }
}

/** The fence that opens at a place, as its run of marks, or an empty string. */
export function fenceAt(text: string, offset: number, end: number): string {
  const code = text.charCodeAt(offset)
  if (code !== 96 && code !== 126) return ''
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(offset, end))?.[0] ?? ''
  const info = text.slice(offset + fence.length, end)
  return code === 96 && info.includes('`') ? '' : fence
}

export function fenceCloses(text: string, at: number, end: number, fence: string, codeColumn: number): boolean {
  const { column, offset } = columnsBefore(text, at, end)
  const line = text.slice(offset, end).replace(/[ \t]+$/, '')
  return column < codeColumn && line.length >= fence.length && line === fence.charAt(0).repeat(line.length)
}

/** How a line opens a block of HTML. `tag` ends at a blank line; `other` may be HTML or not; the others end at their closing mark. */
export interface HtmlStart {
  readonly kind: 'raw' | 'comment' | 'instruction' | 'declaration' | 'cdata' | 'tag' | 'other'
  /** It ends on its first line. */
  readonly closed: boolean
}

const RAW = new RegExp(`^<(?:${htmlRawNames.join('|')})(?=[ \\t>]|$)`, 'i')
const RAW_END = new RegExp(`</(?:${htmlRawNames.join('|')})>`, 'i')
const NAMES = new Set(htmlBlockNames)

const CLOSING = { comment: '-->', instruction: '?>', declaration: '>', cdata: ']]>' } as const

export function htmlAt(text: string, offset: number, end: number): HtmlStart | undefined {
  if (text.charCodeAt(offset) !== 60) return undefined
  const line = text.slice(offset, end)
  const kind = htmlKind(line)
  if (kind === 'tag' || kind === 'other') return { kind, closed: false }
  // The marks that open a comment or an instruction can be part of those that close it: `<!-->`.
  return { kind, closed: closes(line.slice(kind === 'comment' ? 2 : kind === 'instruction' ? 1 : 0), kind) }
}

export const htmlCloses = (text: string, at: number, end: number, { kind }: HtmlStart): boolean =>
  closes(text.slice(at, end), kind)

function closes(line: string, kind: HtmlStart['kind']): boolean {
  if (kind === 'tag' || kind === 'other') return false
  return kind === 'raw' ? RAW_END.test(line) : line.includes(CLOSING[kind])
}

function htmlKind(line: string): HtmlStart['kind'] {
  if (RAW.test(line)) return 'raw'
  if (line.startsWith('<!--')) return 'comment'
  if (line.startsWith('<?')) return 'instruction'
  if (line.startsWith('<![CDATA[')) return 'cdata'
  if (/^<![A-Za-z]/.test(line)) return 'declaration'
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?=[ \t>]|\/>|$)/.exec(line)?.[1]
  return name && NAMES.has(name.toLowerCase()) ? 'tag' : 'other'
}
