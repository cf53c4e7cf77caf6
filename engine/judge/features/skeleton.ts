import type { Sentence } from '../../language/sentence.js'
import { hashText, join } from '../hash.js'
import { conceptHashes, conceptName } from './concept-names.js'
import { functionWords } from './function-words.js'
import type { FeatureSink } from './seen.js'
import { END, NUMBER, START, wordHash } from './word-hash.js'

interface Bone {
  readonly hash: number
  readonly name: () => string
}

const OTHER: Bone = { hash: wordHash('*'), name: () => '*' }
const BOUNDARY = { start: boneOf(START), end: boneOf(END) }
const ROWS = [2, 3, 4].map((length) => ({ length, salt: hashText(`bones ${length}`) }))

/**
 * The build of a sentence: function words as they are, a concept for all the words that say it, and `*` for any other word.
 * "Our reviewers would have caught it" and "Two experts would have noticed it" are one row, whatever else they share.
 */
export function skeletonRows(sentence: Sentence, names: readonly string[], sink: FeatureSink): void {
  const bones = bonesOf(sentence, names)
  for (const { length, salt } of ROWS) {
    for (let at = length; at <= bones.length; at++) {
      const row = bones.slice(at - length, at)
      const hash = row.reduce((hash, bone) => join(hash, bone.hash), salt)
      sink.add(hash, () => `build: ${row.map(({ name }) => name()).join(' ')}`)
    }
  }
}

function bonesOf({ tokens, occurrences }: Sentence, names: readonly string[]): Bone[] {
  const hashes = conceptHashes(names)
  const covering = widestAt(tokens.length, occurrences)
  const bones: Bone[] = [BOUNDARY.start]
  let last = -1
  tokens.forEach(({ kind, norm }, at) => {
    const concept = covering[at] as number
    if (concept < 0)
      bones.push(kind === 'word' && !functionWords.has(norm) ? OTHER : boneOf(kind === 'number' ? NUMBER : norm))
    else if (concept !== last)
      bones.push({ hash: hashes[concept] as number, name: () => `[${conceptName(names, concept)}]` })
    last = concept
  })
  bones.push(BOUNDARY.end)
  return bones
}

function boneOf(word: string): Bone {
  return { hash: wordHash(word), name: () => word }
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
