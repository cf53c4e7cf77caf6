import { type Judge, judgeFrom } from '../judge/judge.js'
import { type Matcher, matcher, type Occurrence, trieSearch } from '../language/matcher.js'
import type { Sentence } from '../language/sentence.js'
import type { CompiledPattern, Pack, SlotName } from '../rules/pack.js'

/** A set of concepts as flags by number: one look-up tells whether an occurrence belongs to it. */
export type ConceptSet = Uint8Array

export interface PreparedSlot {
  readonly name: SlotName | 'with'
  readonly has: ConceptSet
}

export interface PreparedPattern {
  readonly rule: string
  readonly claim: number
  readonly slots: readonly PreparedSlot[]
  readonly without: ConceptSet
  readonly reach: CompiledPattern['reach']
  readonly ordered: boolean
}

/** A phrase of a rule found in a sentence. */
export interface PhraseMatch {
  readonly rule: string
  readonly phrase: number
  readonly occurrence: Occurrence
}

/** A pack made ready to search with. Made once for a pack and kept. */
export interface PreparedPack {
  readonly pack: Pack
  readonly matcher: Matcher
  /** For each concept the patterns that it may call for. */
  readonly patternsFor: readonly (readonly PreparedPattern[])[]
  readonly phrasesIn: (sentence: Sentence) => PhraseMatch[]
  readonly stops: (rule: string) => ConceptSet
  readonly judge: Judge | undefined
  /** The concepts of the names given; a name may be a family. Unknown names stand for nothing. */
  readonly set: (...names: string[]) => ConceptSet
}

const prepared = new WeakMap<Pack, PreparedPack>()

export function prepare(pack: Pack): PreparedPack {
  const known = prepared.get(pack)
  if (known) return known
  const made = makeReady(pack)
  prepared.set(pack, made)
  return made
}

function makeReady(pack: Pack): PreparedPack {
  const { compiled, lexicon } = pack
  const size = lexicon.concepts.length
  const toSet = (numbers: readonly number[]): ConceptSet => {
    const set = new Uint8Array(size)
    for (const number of numbers) set[number] = 1
    return set
  }
  const patterns = compiled.patterns.map((pattern) => ({
    ...pattern,
    slots: pattern.slots.map(({ name, concepts }) => ({ name, has: toSet(concepts) })),
    without: toSet(pattern.without),
  }))
  const stops = new Map(Object.entries(compiled.stops).map(([rule, numbers]) => [rule, toSet(numbers)]))
  const none = toSet([])
  return {
    pack,
    matcher: matcher(lexicon, compiled.words, compiled.wordTable),
    patternsFor: byRarestSlot(patterns, size),
    phrasesIn: phraseSearch(pack),
    judge: pack.judge && judgeFrom(pack.judge),
    stops: (rule) => stops.get(rule) ?? none,
    set: rememberSets((names) => toSet(names.flatMap((name) => numbersOf(lexicon.concepts, name)))),
  }
}

function rememberSets(make: (names: readonly string[]) => ConceptSet): PreparedPack['set'] {
  const made = new Map<string, ConceptSet>()
  return (...names) => {
    const key = names.join(' ')
    const known = made.get(key)
    if (known) return known
    const set = make(names)
    made.set(key, set)
    return set
  }
}

const numbersOf = (concepts: readonly string[], name: string): number[] =>
  concepts.flatMap((concept, number) => (concept === name || concept.startsWith(`${name}.`) ? [number] : []))

function phraseSearch({ compiled }: Pack): PreparedPack['phrasesIn'] {
  const search = trieSearch(compiled.phrases)
  return ({ line }) =>
    search(line).map((occurrence) => {
      const { rule, phrase } = compiled.phraseRules[occurrence.concept] as { rule: string; phrase: number }
      return { rule, phrase, occurrence }
    })
}

/** Patterns by the concepts of the slot that is hardest to fill: only those are looked at whose hardest slot may be filled. */
function byRarestSlot(patterns: readonly PreparedPattern[], size: number): readonly (readonly PreparedPattern[])[] {
  const index: PreparedPattern[][] = Array.from({ length: size }, () => [])
  for (const pattern of patterns) {
    const own = pattern.slots.filter(({ name }) => name !== 'means' || pattern.reach !== 'next')
    const [rarest] = [...own].sort((a, b) => count(a.has) - count(b.has))
    rarest?.has.forEach((flag, concept) => {
      if (flag === 1) index[concept]?.push(pattern)
    })
  }
  return index
}

const count = (set: ConceptSet): number => set.reduce((sum, flag) => sum + flag, 0)

export const anyOf = (occurrences: readonly Occurrence[], set: ConceptSet): Occurrence | undefined =>
  occurrences.find(({ concept }) => set[concept] === 1)
