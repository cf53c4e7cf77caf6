import type { Block } from '../document/block.js'
import type { Span } from '../document/span.js'
import { BEFORE_NUMBER, MAYBE_LAST, NEVER_LAST, STARTERS } from './abbreviations.js'

/**
 * The sentences of a block, in offsets of its text, without white space at their edges; together they hold all of the text that is not
 * white space. A heading is one sentence. Linear in the text.
 */
export function splitSentences({ kind, text }: Block): Span[] {
  return kind === 'heading' ? trim(text, 0, text.length) : sentencesIn(text)
}

export function sentencesIn(text: string): Span[] {
  const found: Span[] = []
  let start = endOfRun(text, 0, isSpace)
  for (let at = start; at < text.length; at++) {
    if (!isStop(text.charCodeAt(at))) continue
    const stops = endOfRun(text, at, isStop)
    const end = endsAt(text, start, at, stops)
    if (end > 0) {
      found.push(...trim(text, start, end))
      start = endOfRun(text, end, isSpace)
    }
    at = Math.max(end, stops) - 1
  }
  return [...found, ...trim(text, start, text.length)]
}

/** Where the sentence ends whose stops stand from `at` to `stops`, or 0 when it goes on. */
function endsAt(text: string, start: number, at: number, stops: number): number {
  const closed = endOfRun(text, stops, isCloser)
  if (closed >= text.length) return text.length
  if (isSpace(text.charCodeAt(closed))) return endsBeforeSpace(text, start, at, stops, closed) ? closed : 0
  return endWithoutSpace(text, at, stops, closed)
}

function endsBeforeSpace(text: string, start: number, at: number, stops: number, closed: number): boolean {
  const next = nextWordAt(text, closed)
  if (next >= text.length) return false
  const plain = stops === at + 1 && text.charCodeAt(at) === 46
  if (isLower(text, next) && !isLetterItem(text, next)) return false
  if (!plain || closed > stops + 1) return true
  return !isItemNumber(text, start, at) && !goesOn(text, at, next, closed)
}

/** `(b)` numbers what follows. */
const isLetterItem = (text: string, at: number): boolean =>
  text.charAt(at - 1) === '(' && /^(?:[a-z]|[ivx]{1,4})\)/.test(text.slice(at, at + 5))

/** `1.`, `(a)`, `iv.` at the beginning of a sentence number it. */
function isItemNumber(text: string, start: number, at: number): boolean {
  if (at - start > 8) return false
  const from = text.charAt(start) === '(' ? start + 1 : start
  return /^(?:\d{1,3}(?:\.\d{1,2}){0,2}|[A-Za-z]|[ivx]{1,4})$/.test(text.slice(from, at))
}

/** Whether the stop at `at` belongs to an abbreviation or an initial, so that the sentence goes on. */
function goesOn(text: string, at: number, next: number, closed: number): boolean {
  const word = wordBefore(text, at)
  if (word === '') return false
  const low = word.toLowerCase()
  if (NEVER_LAST.has(low)) return true
  if (BEFORE_NUMBER.has(low) && isNumberLike(text, next)) return true
  if (low === 'etc') return !isUpper(text, next)
  const short = MAYBE_LAST.has(low) || isInitials(word)
  return short && closed === at + 1 && !STARTERS.has(wordAt(text, next).toLowerCase())
}

/** Letters and inner stops before a stop, at most twelve. */
function wordBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from <= 12 && (isLetter(text, from - 1) || isInnerStop(text, from - 1))) from--
  return /[\p{N}_@/\\-]/u.test(text.charAt(from - 1)) || at - from > 12 ? '' : text.slice(from, at)
}

const isInnerStop = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 46 && at > 0 && isLetter(text, at - 1) && isLetter(text, at + 1)

/** `J`, `U.S`, `D.C`. */
const isInitials = (word: string): boolean => /^\p{Lu}(?:\.\p{L}){0,4}$/u.test(word)

const isNumberLike = (text: string, at: number): boolean =>
  /^(?:\d|§|[IVXLC]+\b|[A-Z]\d*\b)/.test(text.slice(at, at + 8))

/** A stop with no space behind it: a lost space (`safe.The`), a note's number (`safe.3 The`, `safe.[3] The`), or no end at all. */
function endWithoutSpace(text: string, at: number, stops: number, closed: number): number {
  if (!endsWithLower(text, at)) return 0
  if (isUpper(text, closed)) return isUpper(text, closed + 1) || text.charCodeAt(closed + 1) === 46 ? 0 : closed
  const note = endOfNote(text, stops)
  const next = nextWordAt(text, note)
  return note > stops && isSpace(text.charCodeAt(note)) && next < text.length && !isLower(text, next) ? note : 0
}

/** A word of three letters at least, or a closing mark, before the stop. */
function endsWithLower(text: string, at: number): boolean {
  if (isCloser(text.charCodeAt(at - 1))) return true
  return isLower(text, at - 1) && isLetter(text, at - 2) && isLetter(text, at - 3)
}

function endOfNote(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) === 91) {
    const inside = endOfRun(text, end + 1, isNoteSign)
    if (text.charCodeAt(inside) !== 93 || inside === end + 1) break
    end = inside + 1
  }
  if (end > at) return end
  const digits = endOfRun(text, at, isDigit)
  return digits - at <= 3 ? digits : at
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Digits, commas, dashes and spaces inside `[3, 5–7]`. */
const isNoteSign = (code: number): boolean =>
  isDigit(code) || code === 44 || code === 45 || code === 0x2013 || code === 32

function nextWordAt(text: string, from: number): number {
  let at = from
  while (at < text.length && (isSpace(text.charCodeAt(at)) || isOpener(text.charCodeAt(at)))) at++
  return at
}

function wordAt(text: string, from: number): string {
  let end = from
  while (end < text.length && end - from < 16 && isLetter(text, end)) end++
  return text.slice(from, end)
}

function endOfRun(text: string, from: number, belongs: (code: number) => boolean): number {
  let at = from
  while (at < text.length && belongs(text.charCodeAt(at))) at++
  return at
}

/** `.`, `!`, `?`, `…` and the full-width stops. */
const isStop = (code: number): boolean =>
  code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x3002 || code === 0x203d

const codesOf = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)))

const CLOSERS = codesOf('"\'”’)]}»›*_')
const OPENERS = codesOf('"\'“‘([{«‹„¿¡*_')

const isCloser = (code: number): boolean => CLOSERS.has(code)

const isOpener = (code: number): boolean => OPENERS.has(code)

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x3000 ||
  code === 0xfeff

const isLetter = (text: string, at: number): boolean => isLower(text, at) || isUpper(text, at) || isCaseless(text, at)

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 97 && code <= 122
  return /\p{Ll}/u.test(text.charAt(at))
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 65 && code <= 90
  return /\p{Lu}/u.test(text.charAt(at))
}

function isCaseless(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 128 && /\p{L}/u.test(text.charAt(at))
}

function trim(text: string, start: number, end: number): Span[] {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return to > from ? [{ start: from, end: to }] : []
}
