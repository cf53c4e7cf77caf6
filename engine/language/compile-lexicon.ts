import type { CompiledLexicon, LexiconEntry } from './lexicon.js'
import { elementsOf, type Phrase, type PhraseElement, readPhrase, withFirst, withLast } from './phrase.js'
import { type Numbering, trieBuilder } from './trie-builder.js'

/** What is wrong with one entry: `concept` and `entry` name it, `message` says why. */
export interface LexiconProblem {
  readonly concept: string
  readonly entry: string
  readonly message: string
}

/** Lexicon entries to tries. Entries with a problem are left out and reported. */
export function compileLexicon(entries: readonly LexiconEntry[]): {
  readonly lexicon: CompiledLexicon
  readonly problems: readonly LexiconProblem[]
} {
  const problems: LexiconProblem[] = []
  const concepts = entries.map(({ concept }) => concept)
  const phrases = entries.map((entry) => phrasesOf(entry, problems))
  const { numbering, words } = numberingOver(concepts)
  const layers = layersOf(entries, phrases, numbering, problems)
  const tries = layers.map((members) => {
    const builder = trieBuilder(numbering)
    for (const member of members) for (const phrase of phrases[member] ?? []) builder.add(phrase, member)
    return builder.build()
  })
  return { lexicon: { words: [...words.keys()].join(' '), concepts, layers: tries, exact: exactOf(entries) }, problems }
}

const exactOf = (entries: readonly LexiconEntry[]): CompiledLexicon['exact'] =>
  Object.fromEntries(entries.flatMap(({ exact }, number) => (exact?.length ? [[number, exact]] : [])))

/** Words get numbers as they are met; concepts have theirs by place. */
export function numberingOver(
  concepts: readonly string[],
  words: Map<string, number> = new Map(),
): { readonly numbering: Numbering; readonly words: Map<string, number> } {
  const numbering: Numbering = {
    word(norm) {
      if (!words.has(norm)) words.set(norm, words.size)
      return words.get(norm) as number
    },
    concepts: (id) => conceptNumbers(concepts, id),
  }
  return { numbering, words }
}

/** `family.*` and `family` name every concept of a family. */
export function conceptNumbers(concepts: readonly string[], id: string): readonly number[] {
  const family = id.endsWith('.*') ? id.slice(0, -1) : `${id}.`
  return concepts.flatMap((concept, number) => (concept === id || concept.startsWith(family) ? [number] : []))
}

function phrasesOf(entry: LexiconEntry, problems: LexiconProblem[]): Phrase[] {
  const read = (text: string, shape: (phrase: Phrase) => Phrase): Phrase[] => {
    const phrase = readPhrase(text)
    if (!('message' in phrase)) return [shape(phrase)]
    problems.push({ concept: entry.concept, entry: text, message: phrase.message })
    return []
  }
  return [
    ...entry.words.flatMap((text) => read(text, (phrase) => phrase)),
    ...entry.nouns.flatMap((text) => read(text, (phrase) => withLast(phrase, asNoun))),
    ...entry.verbs.flatMap((text) => read(text, (phrase) => withFirst(phrase, asVerb))),
  ]
}

const asNoun = (part: PhraseElement): PhraseElement => (part.kind === 'word' ? { ...part, kind: 'noun' } : part)

const asVerb = (part: PhraseElement): PhraseElement => (part.kind === 'word' ? { ...part, kind: 'verb' } : part)

/** Members of each layer; a concept that refers to itself, straight or round about, is reported and left out. */
function layersOf(
  entries: readonly LexiconEntry[],
  phrases: readonly (readonly Phrase[])[],
  numbering: Numbering,
  problems: LexiconProblem[],
): number[][] {
  const references = phrases.map((of) => referencesOf(of, numbering))
  const depth = new Map<number, number>()
  const visiting = new Set<number>()
  const depthOf = (member: number): number => {
    const known = depth.get(member)
    if (known !== undefined) return known
    if (visiting.has(member)) return Number.NaN
    visiting.add(member)
    const own = [...(references[member] ?? [])].reduce((most, other) => Math.max(most, depthOf(other) + 1), 0)
    visiting.delete(member)
    depth.set(member, own)
    return own
  }
  const layers: number[][] = []
  entries.forEach((entry, member) => {
    const own = depthOf(member)
    if (Number.isNaN(own)) problems.push({ concept: entry.concept, entry: '', message: 'refers to itself' })
    else layers[own] = [...(layers[own] ?? []), member]
  })
  return Array.from(layers, (layer) => layer ?? [])
}

function referencesOf(phrases: readonly Phrase[], numbering: Numbering): Set<number> {
  const found = new Set<number>()
  for (const phrase of phrases)
    for (const part of elementsOf(phrase))
      if (part.kind === 'concept') for (const id of numbering.concepts(part.id)) found.add(id)
  return found
}
