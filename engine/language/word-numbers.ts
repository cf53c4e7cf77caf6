import { hashText } from './hash.js'
import type { Numbers } from './lexicon.js'

/** Words of a text that are separated by spaces, found by their hashes. It lies in a pack as it lies in memory: nothing is made at the start. */
export interface WordTable {
  /** The number of a word plus one, at its hash or behind it; 0 is free. The length is a power of two. */
  readonly slots: Numbers
  /** Where each word begins, and one more place behind the last one and its space. */
  readonly starts: Numbers
}

/** Half of the slots at most are taken, so that a search soon meets a free one. */
const ROOM = 2

export function wordTable(text: string): WordTable {
  const words = text === '' ? [] : text.split(' ')
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(words.length * ROOM + 1)))
  const starts = new Int32Array(words.length + 1)
  words.forEach((word, number) => {
    starts[number + 1] = (starts[number] as number) + word.length + 1
    let slot = hashText(word) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = number + 1
  })
  return { slots, starts }
}

/** The number of a word by its text and its hash; -1 for a word that is not in the text. */
export function wordNumbers(text: string, { slots, starts }: WordTable): (norm: string, hash: number) => number {
  const mask = slots.length - 1
  return (norm, hash) => {
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1
      const start = starts[number] as number
      if ((starts[number + 1] as number) - start - 1 === norm.length && text.startsWith(norm, start)) return number
    }
    return -1
  }
}
