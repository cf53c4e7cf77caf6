import { hashText, join } from '../../language/hash.js'
import type { Sentence } from '../../language/sentence.js'
import { conceptHashes, conceptName } from './concept-names.js'
import { type FeatureSink, nameless } from './seen.js'

const CONCEPT = hashText('c')
const PAIR = hashText('p')

/** A concept that comes after another within this many places makes a pair with it. */
const PAIRED_WITHIN = 3

/** The concepts of a sentence, each once, and every ordered pair of neighbours. */
export function conceptRows({ occurrences }: Sentence, names: readonly string[], sink: FeatureSink): void {
  const hashes = conceptHashes(names)
  const row = [...occurrences].sort((a, b) => a.from - b.from || b.to - a.to).map(({ concept }) => concept)
  const added = new Set<number>()
  const addOnce = (hash: number, name: () => string): void => {
    if (added.has(hash)) return
    added.add(hash)
    sink.add(hash, name)
  }
  row.forEach((concept, at) => {
    const hash = hashes[concept] as number
    addOnce(join(CONCEPT, hash), sink.named ? () => `[${conceptName(names, concept)}]` : nameless)
    for (let next = at + 1; next <= at + PAIRED_WITHIN && next < row.length; next++) {
      const other = row[next] as number
      const pair = join(PAIR, join(hash, hashes[other] as number))
      addOnce(pair, sink.named ? () => `[${conceptName(names, concept)} > ${conceptName(names, other)}]` : nameless)
    }
  })
}
