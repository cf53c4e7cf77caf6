import type { Span } from '../document/span.js'

const OPENING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '‘': '’' }

/**
 * Quotations in a paragraph, inside their marks. Curly marks pair by direction; straight double marks pair in turn, and an odd one
 * out quotes nothing. Straight single marks are never read as quotation: most are apostrophes.
 */
export function quotedSpans(text: string): Span[] {
  return [...directional(text), ...straight(text)].sort((a, b) => a.start - b.start)
}

const MARKS = /[“«„‘]/g

function directional(text: string): Span[] {
  const found: Span[] = []
  // Once a closing mark is missing it is missing for all that follows.
  const missing = new Set<string>()
  MARKS.lastIndex = 0
  for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
    const at = mark.index
    const closing = OPENING[mark[0]] as string
    if (missing.has(closing) || (closing === '’' && isInsideWord(text, at))) continue
    const end = closingAt(text, at + 1, closing)
    if (end < 0) {
      missing.add(closing)
      continue
    }
    found.push({ start: at + 1, end })
    MARKS.lastIndex = end
  }
  return found
}

/** A single closing mark before a letter is an apostrophe. */
function closingAt(text: string, from: number, closing: string): number {
  let at = text.indexOf(closing, from)
  while (at >= 0 && closing === '’' && /\p{L}/u.test(text.charAt(at + 1))) at = text.indexOf(closing, at + 1)
  return at
}

const isInsideWord = (text: string, at: number): boolean => /\p{L}/u.test(text.charAt(at - 1))

function straight(text: string): Span[] {
  const found: Span[] = []
  let open = -1
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (open < 0) open = at
    else {
      found.push({ start: open + 1, end: at })
      open = -1
    }
  }
  return found
}
