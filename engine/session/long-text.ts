/**
 * A text in parts. After a change most parts are the same strings as before, so that neither the change nor the search for it costs as much
 * as the text is long: a string of its own for each version of a long document takes longer to make than all of its check.
 */
export interface LongText {
  readonly parts: readonly string[]
  readonly length: number
  slice(start: number, end: number): string
  toString(): string
}

/** Parts are about this long. */
const SIZE = 16_384

export const longText = (text: string): LongText => fromParts(cut(text))

/** The text with a stretch of it replaced. */
export function replaced(text: LongText, start: number, end: number, fresh: string): LongText {
  const [first, before] = partAt(text.parts, start)
  const [last, behind] = partAt(text.parts, end)
  const head = (text.parts[first] ?? '').slice(0, start - before)
  const tail = (text.parts[last] ?? '').slice(end - behind)
  return fromParts([...text.parts.slice(0, first), ...cut(head + fresh + tail), ...text.parts.slice(last + 1)])
}

function fromParts(parts: readonly string[]): LongText {
  let whole: string | undefined
  return {
    parts,
    length: parts.reduce((sum, part) => sum + part.length, 0),
    slice: (start, end) => sliceOf(parts, start, end),
    toString() {
      whole ??= parts.join('')
      return whole
    },
  }
}

function cut(text: string): string[] {
  if (text.length <= 2 * SIZE) return text === '' ? [] : [text]
  const parts: string[] = []
  for (let at = 0; at < text.length; at += SIZE) parts.push(` ${text.slice(at, at + SIZE)}`.slice(1))
  return parts
}

/** The part that holds an offset, and where it begins; the last one for the end of the text. */
function partAt(parts: readonly string[], offset: number): readonly [part: number, start: number] {
  let start = 0
  for (let part = 0; part < parts.length; part++) {
    const end = start + (parts[part] as string).length
    if (offset < end || part === parts.length - 1) return [part, start]
    start = end
  }
  return [0, 0]
}

function sliceOf(parts: readonly string[], start: number, end: number): string {
  let found = ''
  let at = 0
  for (const part of parts) {
    if (at >= end) break
    if (at + part.length > start) found += part.slice(Math.max(0, start - at), end - at)
    at += part.length
  }
  return found
}
