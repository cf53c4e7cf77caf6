import type { Sentence } from '../language/sentence.js'
import { assemble, type Place } from './assemble.js'
import type { Claim } from './claim.js'
import type { Passage } from './passage.js'
import { anyOf, type PhraseMatch, type PreparedPack, type PreparedPattern } from './prepare.js'

/** Every frame in a sentence, by whichever rule, before any guard has looked at it. */
export function findClaims(pack: PreparedPack, passage: Passage, block: number, at: number): Claim[] {
  const sentence = passage.sentences(block)[at] as Sentence
  if (sentence.occurrences.length === 0) return []
  const present = presentIn(sentence)
  const place: Place = { block, sentence: at, lenders: lendersOf(passage, block, at) }
  const lent = place.lenders.flatMap(({ occurrences }) => occurrences)
  const called = new Set(present.flatMap((concept) => pack.patternsFor[concept] ?? []))
  const framed = [...called].flatMap((pattern) => {
    if (!mayMatch(pattern, present, lent)) return []
    if (anyOf(sentence.occurrences, pattern.without)) return []
    return assemble(pattern, sentence, place) ?? []
  })
  const phrased = pack.phrasesIn(sentence).map((match) => phraseClaim(match, block, at))
  return [...framed, ...phrased].filter(({ rule }) => !anyOf(sentence.occurrences, pack.stops(rule)))
}

const presentIn = ({ occurrences }: Sentence): readonly number[] => [
  ...new Set(occurrences.map(({ concept }) => concept)),
]

/** A quick look before the slots are filled: most patterns find nothing of theirs in most sentences. */
function mayMatch(
  { slots, reach }: PreparedPattern,
  present: readonly number[],
  lent: Sentence['occurrences'],
): boolean {
  return slots.every(
    ({ name, has }) =>
      present.some((concept) => has[concept] === 1) || (name === 'means' && reach === 'next' && anyOf(lent, has)),
  )
}

/** What may lend a means: the sentence before, the cells that head a cell, the lead-in of an item, the heading right above. */
function lendersOf(passage: Passage, block: number, at: number): readonly Sentence[] {
  const before = at > 0 ? passage.sentences(block)[at - 1] : undefined
  if (before) return [before]
  const above = passage.document.blocks[block - 1]?.kind === 'heading' ? [block - 1] : []
  const lead = passage.leadIns(block).slice(0, 1)
  return [...passage.headerCells(block), ...lead, ...above].flatMap((one) => passage.sentences(one).slice(-1))
}

function phraseClaim({ rule, phrase, occurrence }: PhraseMatch, block: number, sentence: number): Claim {
  return {
    rule,
    pattern: `phrase ${phrase}`,
    block,
    sentence,
    fillers: [{ name: 'phrase', occurrence, before: false }],
    from: occurrence.from,
    to: occurrence.to,
    coreFrom: occurrence.from,
    coreTo: occurrence.to,
    fullness: 2.5,
  }
}
