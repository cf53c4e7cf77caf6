import type { Sentence } from '../../language/sentence.js'
import { anyOf, type ConceptSet } from '../prepare.js'
import { type Clearing, ownClause, type Scene, spanOf } from '../scene.js'

/** N8: it is not about AI, or the word has another sense. */
export function elsewhere(scene: Scene): Clearing | undefined {
  return (
    otherSense(scene) ??
    otherSubject(scene) ??
    (nothingOnAi(scene) ? { guard: 'N8', reason: 'not about AI' } : undefined)
  )
}

/** The words of the claim are part of a fixed expression such as "thread-safe". */
function otherSense({ pack, sentence, claim }: Scene): Clearing | undefined {
  const senses = pack.set('sense')
  const found = sentence.occurrences.find(
    (one) =>
      senses[one.concept] === 1 &&
      claim.fillers.some(
        ({ before, occurrence: { from, to } }) =>
          !before && one.from < to && from < one.to && one.to - one.from >= to - from,
      ),
  )
  return found && { guard: 'N8', reason: 'another sense of the word', by: spanOf(sentence, found) }
}

function otherSubject(scene: Scene): Clearing | undefined {
  const { pack, sentence, claim } = scene
  const { from, to } = ownClause(scene)
  const here = sentence.occurrences.filter((one) => from <= one.from && one.from < to)
  const other = anyOf(here, pack.set('domain.other'))
  if (!other || anyOf(here, pack.set('domain.ai')) || claim.fillers.some(({ name }) => name === 'means'))
    return undefined
  return { guard: 'N8', reason: 'about something else', by: spanOf(sentence, other) }
}

/** No word of AI in the sentence, its block, its headings or the opening of the document. */
function nothingOnAi({ pack, passage, claim }: Scene): boolean {
  const ai = pack.set('domain.ai', 'technique.preference-training', 'benchmark')
  const near = [
    claim.block,
    claim.block - 1,
    ...passage.headings(claim.block),
    ...passage.leadIns(claim.block),
    ...passage.headerCells(claim.block),
    0,
    1,
    2,
    3,
    4,
    5,
  ]
  return !near.some((at) => at >= 0 && holdsAnyOf(passage.sentences(at), ai))
}

const asked = new WeakMap<readonly Sentence[], Map<ConceptSet, boolean>>()

/** A long paragraph is searched once, however many claims stand in it. */
function holdsAnyOf(sentences: readonly Sentence[], set: ConceptSet): boolean {
  const answers = asked.get(sentences) ?? new Map<ConceptSet, boolean>()
  const answer = answers.get(set) ?? sentences.some(({ occurrences }) => anyOf(occurrences, set) !== undefined)
  asked.set(sentences, answers.set(set, answer))
  return answer
}
