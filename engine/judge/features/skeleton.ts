import { hashText, join } from '../../language/hash.js'
import type { Sentence } from '../../language/sentence.js'
import { conceptHashes, conceptName } from './concept-names.js'
import { functionWords } from './function-words.js'
import { type FeatureSink, nameless } from './seen.js'
import { END, END_HASH, START, START_HASH } from './words.js'

const OTHER = '*'
const OTHER_HASH = hashText(OTHER)
const SALTS = [2, 3, 4].map((length) => hashText(`bones ${length}`))
const LONGEST_ROW = SALTS.length + 1

/**
 * The build of a sentence: function words as they are, a concept for all the words that say it, and `*` for any other word.
 * "Our reviewers would have caught it" and "Two experts would have noticed it" are one row, whatever else they share.
 */
export function skeletonRows(sentence: Sentence, names: readonly string[], sink: FeatureSink): void {
  const { hashes, bones } = bonesOf(sentence, names, sink.named === true)
  const nameOf = (from: number, to: number): string =>
    `build: ${bones
      .slice(from, to)
      .map((bone) => (typeof bone === 'number' ? `[${conceptName(names, bone)}]` : bone))
      .join(' ')}`
  for (let length = 2; length <= LONGEST_ROW; length++) {
    for (let at = length; at <= hashes.length; at++) {
      let hash = SALTS[length - 2] as number
      for (let one = at - length; one < at; one++) hash = join(hash, hashes[one] as number)
      sink.add(hash, sink.named ? () => nameOf(at - length, at) : nameless)
    }
  }
}

/** A bone is a word or the number of a concept; they are listed only where names are asked for. */
function bonesOf({ tokens, occurrences }: Sentence, names: readonly string[], named: boolean) {
  const conceptHash = conceptHashes(names)
  const covering = widestAt(tokens.length, occurrences)
  const hashes = [START_HASH]
  const bones: (string | number)[] = [START]
  let last = -1
  for (let at = 0; at < tokens.length; at++) {
    const concept = covering[at] as number
    if (concept < 0) {
      const token = tokens[at] as Sentence['tokens'][number]
      const isOther = token.kind === 'word' && !functionWords.has(token.norm)
      hashes.push(isOther ? OTHER_HASH : token.hash)
      if (named) bones.push(isOther ? OTHER : token.kind === 'number' ? '#' : token.norm)
    } else if (concept !== last) {
      hashes.push(conceptHash[concept] as number)
      if (named) bones.push(concept)
    }
    last = concept
  }
  hashes.push(END_HASH)
  bones.push(END)
  return { hashes, bones }
}

/** For each token the concept of the widest occurrence over it, or -1. */
function widestAt(length: number, occurrences: Sentence['occurrences']): Int32Array {
  const concepts = new Int32Array(length).fill(-1)
  const widths = new Int32Array(length)
  for (const { concept, from, to } of occurrences) {
    for (let at = from; at < to; at++) {
      if (to - from <= (widths[at] as number)) continue
      widths[at] = to - from
      concepts[at] = concept
    }
  }
  return concepts
}
