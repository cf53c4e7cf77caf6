/** A line; what is not white space stands from `from` to `to`. */
export interface Line {
  readonly start: number
  readonly from: number
  readonly to: number
  readonly end: number
  readonly column: number
}

/** What the beginning of a line says of it. `text` is where its words begin. */
export type LineSign =
  | { readonly kind: 'text' | 'rule' }
  | { readonly kind: 'underline' | 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly text: number; readonly numbered: boolean }
  | { readonly kind: 'quote'; readonly text: number }

const ITEM = /^(?:([-*+•–▪◦‣·●○■➤►])|(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)|\d{1,3}\.))[ \t]+(?=\S)/
const QUOTE = /^(?:>[ \t]?)+/

export function signOf(source: string, { from, to }: Line): LineSign {
  const line = source.slice(from, Math.min(to, from + 160))
  if (/^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/.test(line)) return underline(line)
  const quote = QUOTE.exec(line)
  if (quote) return { kind: 'quote', text: from + quote[0].length }
  const numbered = numberedHeading(line, to - from)
  if (numbered > 0) return { kind: 'heading', level: numbered }
  const item = ITEM.exec(line)
  if (item) return { kind: 'item', text: from + item[0].length, numbered: item[1] === undefined }
  return isShouted(line, to - from) ? { kind: 'heading', level: 2 } : { kind: 'text' }
}

const underline = (line: string): LineSign =>
  line.startsWith('*') || line.startsWith('_')
    ? { kind: 'rule' }
    : { kind: 'underline', level: line.startsWith('=') ? 1 : 2 }

/** `2.1 Scope`, `Section 4: Limits`, `IV. Findings`. `3. Something` alone is rather a list item. */
function numberedHeading(line: string, length: number): number {
  if (length > 80 || /[.;,:!?]$/.test(line)) return 0
  const number = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?[ \t]+\p{Lu}/u.exec(line)?.[1]
  if (number) return Math.min(6, number.split('.').length + 1)
  return /^(?:(?:section|chapter|part|article|annex|appendix)[ \t]+[\dA-Z]{1,4}(?:[.:]|[ \t]+[–—-])?(?:[ \t]+\p{Lu}|$)|[IVX]{1,5}\.[ \t]+\p{Lu})/iu.test(
    line,
  )
    ? 2
    : 0
}

/** A short line in capitals with two words of letters at least, or one long one. */
function isShouted(line: string, length: number): boolean {
  if (length > 80 || /[.;,]$/.test(line) || /\p{Ll}/u.test(line)) return false
  return (line.match(/\p{Lu}/gu)?.length ?? 0) >= 4
}
