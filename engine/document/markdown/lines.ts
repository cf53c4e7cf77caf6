/** The end of the line at a place, before its line end. */
export function endOfLine(text: string, at: number): number {
  let end = at
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
  return end
}

/** Where the line after the one at `at` begins. */
export function nextLine(text: string, at: number): number {
  const end = endOfLine(text, at)
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
}

export const isLineEnd = (code: number): boolean => code === 10 || code === 13

export const isIndent = (code: number): boolean => code === 32 || code === 9

export const isBlank = (text: string, at: number, end: number): boolean => afterIndent(text, at, end) === end

export function afterIndent(text: string, at: number, end: number): number {
  let from = at
  while (from < end && isIndent(text.charCodeAt(from))) from++
  return from
}

export function beforeSpaces(text: string, at: number, end: number): number {
  let until = end
  while (until > at && isIndent(text.charCodeAt(until - 1))) until--
  return until
}

/** Like `beforeSpaces`, and line ends count as well. */
export function beforeWhiteSpace(text: string, at: number, end: number): number {
  let until = end
  while (until > at && (isIndent(text.charCodeAt(until - 1)) || isLineEnd(text.charCodeAt(until - 1)))) until--
  return until
}

/** The column of the first character that is no space, and its offset. A tab goes to the next multiple of four. */
export function columnsBefore(text: string, at: number, end: number, from = 0): { column: number; offset: number } {
  let column = from
  let offset = at
  for (; offset < end && isIndent(text.charCodeAt(offset)); offset++) {
    column = text.charCodeAt(offset) === 9 ? column + 4 - (column % 4) : column + 1
  }
  return { column, offset }
}

/** Whether only blank lines follow. */
export function restIsBlank(text: string, from: number): boolean {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    if (!isBlank(text, at, endOfLine(text, at))) return false
  }
  return true
}
