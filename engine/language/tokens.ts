import { hashText } from './hash.js'
import { normalForms } from './normal-form.js'

/** `mark` is one punctuation mark; `opaque` stands for inline code, an image or a formula. */
export type TokenKind = 'word' | 'number' | 'mark' | 'opaque'

/** Offsets are UTF-16 units into the text given to `tokenize`. Parts of one contraction share its span between them. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
  /** Lower case, straight apostrophes, one spelling for British and American. */
  readonly norm: string
  /** A number for `norm`; all written numbers have the same one. */
  readonly hash: number
  /** The first letter is a capital in the text. */
  readonly capital: boolean
}

const PLACEHOLDER = 0xfffc
const OPAQUE = '\uFFFC'
const OPAQUE_HASH = hashText(OPAQUE)

/** Words, numbers and marks between two offsets. A hyphen inside a word separates two tokens and is none itself. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) at++
    else if (isDigit(code)) at = pushNumber(tokens, text, at, end)
    else if (isLetter(code, text, at)) at = pushWord(tokens, text, at, end)
    else if (code === PLACEHOLDER) at = pushOpaque(tokens, text, at, end)
    else at = pushMark(tokens, text, at)
  }
  return tokens
}

function pushWord(tokens: Token[], text: string, from: number, end: number): number {
  let at = from + 1
  while (at < end && isWordPart(text, at, end)) at++
  const word = text.slice(from, at)
  pushForms(tokens, word, from, at)
  return afterHyphen(text, at, end)
}

function pushForms(tokens: Token[], word: string, from: number, at: number): void {
  const { norm, hash, capital, second } = readWord(word)
  const tail = second ? Math.min(second.norm === 'not' && word.length > 3 ? 3 : 2, word.length - 1) : 0
  tokens.push({ start: from, end: at - tail, kind: 'word', norm, hash, capital })
  if (second) tokens.push({ start: at - tail, end: at, kind: 'word', ...second })
}

type Form = Pick<Token, 'norm' | 'hash' | 'capital'>

// Words repeat; the same few thousand make up most of any text. Bounded so that no text can fill the memory.
const REMEMBERED_AT_MOST = 50_000
const remembered = new Map<string, Form & { readonly second?: Form }>()

/** A written word as it is looked up; a contraction has a second form. */
function readWord(word: string): Form & { readonly second?: Form } {
  const known = remembered.get(word)
  if (known) return known
  const [norm, second] = normalForms(word) as readonly [string, string?]
  const first = { norm, hash: hashText(norm), capital: isCapital(word) }
  const read = second ? { ...first, second: { norm: second, hash: hashText(second), capital: false } } : first
  if (remembered.size > REMEMBERED_AT_MOST) remembered.clear()
  remembered.set(word, read)
  return read
}

const NUMBER_HASH = hashText('#')

function pushNumber(tokens: Token[], text: string, from: number, end: number): number {
  let at = from + 1
  while (at < end && isNumberPart(text, at, end)) at++
  const norm = text.slice(from, at).toLowerCase()
  tokens.push({ start: from, end: at, kind: 'number', norm, hash: NUMBER_HASH, capital: false })
  return afterHyphen(text, at, end)
}

function pushOpaque(tokens: Token[], text: string, from: number, end: number): number {
  let at = from + 1
  while (at < end && text.charCodeAt(at) === PLACEHOLDER) at++
  tokens.push({ start: from, end: at, kind: 'opaque', norm: OPAQUE, hash: OPAQUE_HASH, capital: false })
  return at
}

function pushMark(tokens: Token[], text: string, from: number): number {
  const code = text.codePointAt(from) as number
  const at = from + (code > 0xffff ? 2 : 1)
  const norm = plainMark(text, from, at)
  tokens.push({ start: from, end: at, kind: 'mark', norm, hash: hashText(norm), capital: false })
  return at
}

/** Dashes with space around them, and long dashes, all read as one mark; curly quotes keep their direction. */
function plainMark(text: string, from: number, at: number): string {
  const mark = text.slice(from, at)
  return mark === '–' || mark === '-' || mark === '‒' || mark === '―' ? '—' : mark
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const LETTER = /\p{L}|\p{M}/u

function isLetter(code: number, text: string, at: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return LETTER.test(String.fromCodePoint(text.codePointAt(at) as number))
}

function isWordPart(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (isDigit(code) || code === 0xad || isLetter(code, text, at)) return true
  const lowSurrogate = code >= 0xdc00 && code <= 0xdfff
  if (lowSurrogate) return isLetter(text.charCodeAt(at - 1), text, at - 1)
  const apostrophe = code === 39 || code === 0x2019
  return apostrophe && at + 1 < end && isLetter(text.charCodeAt(at + 1), text, at + 1)
}

function isNumberPart(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (isDigit(code) || isLetter(code, text, at)) return true
  const inner = code === 44 || code === 46 || code === 94
  return inner && at + 1 < end && isDigit(text.charCodeAt(at + 1))
}

/** A hyphen between two word characters joins a compound: it is passed over. */
function afterHyphen(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  const hyphen = code === 45 || code === 0x2010 || code === 0x2011
  if (!hyphen || at + 1 >= end) return at
  const next = text.charCodeAt(at + 1)
  return isDigit(next) || isLetter(next, text, at + 1) ? at + 1 : at
}

function isCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first < 128) return first >= 65 && first <= 90
  const letter = word.slice(0, 1)
  return letter !== letter.toLowerCase()
}
