import type { Sentence } from '../../language/sentence.js'
import { hashText, join } from '../hash.js'
import { type FeatureSink, nameless } from './seen.js'
import { END, NUMBER, START, wordHash } from './word-hash.js'

const WORD = hashText('w')
const SKIP = hashText('s')

/** Single words, rows of two and three, and pairs with one word between. */
export function wordRows({ tokens }: Pick<Sentence, 'tokens'>, sink: FeatureSink): void {
  const last = tokens.length + 1
  const wordAt = (at: number): string => {
    const token = tokens[at - 1]
    if (!token) return at === 0 ? START : END
    return token.kind === 'number' ? NUMBER : token.norm
  }
  const name = (make: () => string): (() => string) => (sink.named ? make : nameless)
  let before = 0
  let hash = wordHash(START)
  for (let at = 1; at <= last; at++) {
    const one = wordHash(wordAt(at))
    const two = join(hash, one)
    if (at < last)
      sink.add(
        join(WORD, one),
        name(() => wordAt(at)),
        at - 1,
        at,
      )
    sink.add(
      join(WORD, two),
      name(() => `${wordAt(at - 1)} ${wordAt(at)}`),
      at - 2,
      at,
    )
    if (at > 1) {
      sink.add(
        join(WORD, join(before, two)),
        name(() => `${wordAt(at - 2)} ${wordAt(at - 1)} ${wordAt(at)}`),
        at - 3,
        at,
      )
      sink.add(
        join(SKIP, join(before, one)),
        name(() => `${wordAt(at - 2)} … ${wordAt(at)}`),
        at - 3,
        at,
      )
    }
    before = hash
    hash = one
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
