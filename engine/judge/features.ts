import type { Block } from '../document/block.js'
import type { Sentence } from '../language/sentence.js'
import { around } from './features/around.js'
import { conceptRows } from './features/concepts.js'
import { formOf } from './features/form.js'
import { scopeRows } from './features/scopes.js'
import type { FeatureSink, Seen } from './features/seen.js'
import { skeletonRows } from './features/skeleton.js'
import { wordRows } from './features/words.js'

export type { FeatureSink, Seen } from './features/seen.js'
export { collectGlance } from './features/words.js'

/** Features of a sentence: words, concepts in order, its build, what each concept stands under, its form, and what stands around it. */
export function collectFeatures(seen: Seen, sink: FeatureSink): void {
  wordRows(seen.passage.sentences(seen.block)[seen.sentence] as Sentence, sink)
  collectBeyondWords(seen, sink)
}

/** All of them but the words. */
export function collectBeyondWords(seen: Seen, sink: FeatureSink): void {
  const sentence = seen.passage.sentences(seen.block)[seen.sentence] as Sentence
  const block = seen.passage.document.blocks[seen.block] as Block
  conceptRows(sentence, seen.concepts, sink)
  skeletonRows(sentence, seen.concepts, sink)
  scopeRows(sentence, seen.concepts, sink)
  formOf(sentence, block, sink)
  if (!sink.enough?.()) around(seen, sink)
}

/** Fewer, for the choice among rules: what it is about and not how it is said. */
export function collectTopic(seen: Seen, sink: FeatureSink): void {
  const sentence = seen.passage.sentences(seen.block)[seen.sentence] as Sentence
  wordRows(sentence, sink)
  conceptRows(sentence, seen.concepts, sink)
  around(seen, sink)
}
