/** An example of a rule as written, taken apart at the brackets that mark the flagged words. */
export interface MarkedExample {
  readonly before: string
  /** Empty when nothing is marked. */
  readonly marked: string
  readonly after: string
}

/** A bracket that begins a footnote reference, a task box or a citation marks nothing. */
export function markedWords(text: string): MarkedExample {
  const open = text.search(/\[(?!\^|[ x]\]|@)/)
  const close = text.indexOf(']', open)
  if (open < 0 || close < 0) return { before: text, marked: '', after: '' }
  return { before: text.slice(0, open), marked: text.slice(open + 1, close), after: text.slice(close + 1) }
}

/** One line of plain prose, which can stand in a list of a Markdown page as it is. */
export const isPlainLine = (text: string): boolean =>
  !text.trim().includes('\n') && !/^\s*([#>|*+-]|\d+[.)])/.test(text)
