/** The judge's weights as data, made by `npm run train`. */
export interface JudgeModel {
  readonly version: 1
  /** What it was trained on: names of the sets with the number of sentences, and a hash over all of them. */
  readonly trainedOn: { readonly sets: Readonly<Record<string, number>>; readonly hash: string }
  /** A first look at the words alone, which passes by what is plainly no claim. `threshold` is in log-odds. */
  readonly gate: {
    readonly bits: number
    readonly scale: number
    readonly bias: number
    readonly weights: Table
    readonly threshold: number
  }
  readonly detector: { readonly bits: number; readonly scale: number; readonly bias: number; readonly weights: Table }
  readonly namer: {
    readonly bits: number
    readonly scale: number
    readonly rules: readonly string[]
    readonly bias: readonly number[]
    readonly weights: Table
  }
  /** What each kind of evidence adds to the log-odds that a sentence is a claim (see evidence.ts). */
  readonly balance: { readonly bias: number; readonly weights: Readonly<Record<string, number>> }
}

/** Signed bytes: as base64 in the file that is kept, as they are in a built pack. */
export type Table = string | Int8Array

/** `size` bytes; what a table does not hold is 0. */
export const tableOf = (table: Table, size: number): Int8Array =>
  typeof table === 'string' ? fromBase64(table, size) : table

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function toBase64(bytes: Int8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [(bytes[at] as number) & 255, (bytes[at + 1] ?? 0) & 255, (bytes[at + 2] ?? 0) & 255]
    const group = (a << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) text += ALPHABET[(group >> shift) & 63]
  }
  return text
}

/** `size` bytes; what the text does not hold is 0. */
export function fromBase64(text: string, size: number): Int8Array {
  const codes = new Uint8Array(128)
  for (let at = 0; at < 64; at++) codes[ALPHABET.charCodeAt(at)] = at
  const bytes = new Int8Array(size)
  for (let at = 0, out = 0; at + 3 < text.length; at += 4) {
    const group =
      ((codes[text.charCodeAt(at)] as number) << 18) |
      ((codes[text.charCodeAt(at + 1)] as number) << 12) |
      ((codes[text.charCodeAt(at + 2)] as number) << 6) |
      (codes[text.charCodeAt(at + 3)] as number)
    for (const shift of [16, 8, 0]) if (out < size) bytes[out++] = (group >> shift) & 255
  }
  return bytes
}
