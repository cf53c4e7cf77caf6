import { hashText, join } from '../../language/hash.js'
import type { Sentence } from '../../language/sentence.js'
import { conceptHashes, conceptName } from './concept-names.js'
import type { FeatureSink, Seen } from './seen.js'

const NEAR = hashText('n')

/**
 * Telling concepts of the sentences beside it, and the words that introduce a list. Headings and header cells were tried: they teach the
 * subject of a document and not the force of its sentences, and made unseen documents worse.
 */
export function around({ passage, block, sentence, concepts }: Seen, sink: FeatureSink): void {
  const beside = passage.sentences(block)
  nearConcepts('before', beside[sentence - 1], concepts, sink)
  nearConcepts('after', beside[sentence + 1], concepts, sink)
  const lead = passage.leadIns(block)[0]
  if (lead !== undefined) nearWords('led', passage.sentences(lead).slice(-1), sink)
}

/** What a neighbour can say about a claim beside it; its own subject matter says nothing. */
const TELLING = /^(limitation|contrast|negation|refutation|wrong|endorsement|report|technique|evaluation\.null)\b/

const tellingOf = new WeakMap<readonly string[], Uint8Array>()

function tellingConcepts(names: readonly string[]): Uint8Array {
  const known = tellingOf.get(names)
  if (known) return known
  const made = Uint8Array.from(names, (name) => (TELLING.test(name) ? 1 : 0))
  tellingOf.set(names, made)
  return made
}

function nearConcepts(
  where: 'before' | 'after',
  sentence: Sentence | undefined,
  names: readonly string[],
  sink: FeatureSink,
): void {
  if (!sentence) return
  const telling = tellingConcepts(names)
  const hashes = conceptHashes(names)
  const said = new Set(sentence.occurrences.map(({ concept }) => concept).filter((concept) => telling[concept] === 1))
  for (const concept of said) {
    sink.add(
      join(NEAR, join(PLACES[where], hashes[concept] as number)),
      () => `${where}: [${conceptName(names, concept)}]`,
    )
  }
}

const PLACES = { before: hashText('before'), after: hashText('after') } as const

function nearWords(where: string, sentences: readonly Sentence[], sink: FeatureSink): void {
  const said = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ norm }) => norm)))
  for (const norm of said) sink.add(join(NEAR, hashText(`${where} ${norm}`)), () => `${where}: ${norm}`)
}
