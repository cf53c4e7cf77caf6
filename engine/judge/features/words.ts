import type { Sentence } from '../../language/sentence.js'
import { hashText, join } from '../hash.js'
import type { FeatureSink } from './seen.js'
import { END, NUMBER, START, wordHash } from './word-hash.js'

const WORD = hashText('w')
const SKIP = hashText('s')

/** Single words, rows of two and three, and pairs with one word between. */
export function wordRows({ tokens }: Sentence, sink: FeatureSink): void {
  const row = [START, ...tokens.map(({ kind, norm }) => (kind === 'number' ? NUMBER : norm)), END]
  for (let at = 1; at < row.length; at++) {
    const [c, b, a] = [row[at] as string, row[at - 1] as string, row[at - 2]]
    const one = wordHash(c)
    const two = join(wordHash(b), one)
    if (at < row.length - 1) sink.add(join(WORD, one), () => c, at - 1, at)
    sink.add(join(WORD, two), () => `${b} ${c}`, at - 2, at)
    if (a === undefined) continue
    sink.add(join(WORD, join(wordHash(a), two)), () => `${a} ${b} ${c}`, at - 3, at)
    sink.add(join(SKIP, join(wordHash(a), one)), () => `${a} … ${c}`, at - 3, at)
  }
}

/** Words and pairs of words: what the gate looks at. Nothing of the lexicon is needed for it. */
export function collectGlance(tokens: Sentence['tokens'], add: (hash: number) => void): void {
  let last = wordHash(START)
  for (const { kind, norm } of tokens) {
    const hash = wordHash(kind === 'number' ? NUMBER : norm)
    add(hash)
    add(join(last, hash))
    last = hash
  }
}
