import { hashText } from '../hash.js'

const known = new Map<string, number>()
const MOST_KEPT = 50_000

/** The hash of a word, made once. */
export function wordHash(norm: string): number {
  const hash = known.get(norm)
  if (hash !== undefined) return hash
  if (known.size > MOST_KEPT) known.clear()
  const made = hashText(norm)
  known.set(norm, made)
  return made
}

/** What stands before the first word of a sentence and behind its last. */
export const START = '<s>'
export const END = '</s>'
/** One number is as good as another. */
export const NUMBER = '#'
