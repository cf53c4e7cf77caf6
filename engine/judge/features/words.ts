import { hashText, join } from '../../language/hash.js'
import type { Sentence } from '../../language/sentence.js'
import { type FeatureSink, nameless } from './seen.js'

type Tokens = Sentence['tokens']

const WORD = hashText('w')
const SKIP = hashText('s')

/** What stands before the first word of a sentence and behind its last. */
export const START = '<s>'
export const END = '</s>'
export const START_HASH = hashText(START)
export const END_HASH = hashText(END)

/** Single words, rows of two and three, and pairs with one word between. */
export function wordRows({ tokens }: Pick<Sentence, 'tokens'>, sink: FeatureSink): void {
  const named = sink.named === true
  const last = tokens.length + 1
  let before = 0
  let hash = START_HASH
  for (let at = 1; at <= last; at++) {
    const one = at < last ? (tokens[at - 1] as Tokens[number]).hash : END_HASH
    const two = join(hash, one)
    if (at < last) sink.add(join(WORD, one), named ? () => rowName(tokens, at, at) : nameless, at - 1, at)
    sink.add(join(WORD, two), named ? () => rowName(tokens, at - 1, at) : nameless, at - 2, at)
    if (at > 1) {
      sink.add(join(WORD, join(before, two)), named ? () => rowName(tokens, at - 2, at) : nameless, at - 3, at)
      sink.add(join(SKIP, join(before, one)), named ? () => skipName(tokens, at) : nameless, at - 3, at)
    }
    before = hash
    hash = one
  }
}

/** The word at a place counted from 1. One number is as good as another. */
function wordAt(tokens: Tokens, at: number): string {
  const token = tokens[at - 1]
  if (!token) return at === 0 ? START : END
  return token.kind === 'number' ? '#' : token.norm
}

function rowName(tokens: Tokens, from: number, to: number): string {
  const words: string[] = []
  for (let at = from; at <= to; at++) words.push(wordAt(tokens, at))
  return words.join(' ')
}

const skipName = (tokens: Tokens, at: number): string => `${wordAt(tokens, at - 2)} … ${wordAt(tokens, at)}`

/** Words and pairs of words: what the gate looks at. Nothing of the lexicon is needed for it. */
export function collectGlance(tokens: Tokens, add: (hash: number) => void): void {
  let last = START_HASH
  for (const { hash } of tokens) {
    add(hash)
    add(join(last, hash))
    last = hash
  }
}
