import type { Passage } from '../claims/passage.js'
import type { Block } from '../document/block.js'
import type { Sentence } from '../language/sentence.js'
import { hashText, join } from './hash.js'

/** Takes features as numbers; `name` says what one is, for `explain`. `from` and `to` are the tokens that it was read off, if any. */
export interface FeatureSink {
  add(hash: number, name: () => string, from?: number, to?: number): void
  /** Whether the sentence's own features have settled the matter; then its neighbours need not be read. */
  enough?(): boolean
}

/** What the judge looks at. `concepts` names the lexicon's concepts by number. */
export interface Seen {
  readonly passage: Passage
  readonly block: number
  readonly sentence: number
  readonly concepts: readonly string[]
}

/** Features of a sentence: words, concepts in order, signals, frames, and what stands around it. */
export function collectFeatures(seen: Seen, sink: FeatureSink): void {
  const sentence = seen.passage.sentences(seen.block)[seen.sentence] as Sentence
  const block = seen.passage.document.blocks[seen.block] as Block
  wordRows(sentence, sink)
  conceptRows(sentence, seen.concepts, sink)
  formOf(sentence, block, sink)
  if (!sink.enough?.()) around(seen, sink)
}

const wordHashes = new Map<string, number>()

function hashOf(norm: string): number {
  const known = wordHashes.get(norm)
  if (known !== undefined) return known
  if (wordHashes.size > 50_000) wordHashes.clear()
  const hash = hashText(norm)
  wordHashes.set(norm, hash)
  return hash
}

const [WORD, SKIP, CONCEPT, PAIR, FORM, NEAR] = ['w', 's', 'c', 'p', 'k', 'n'].map(hashText) as [
  number,
  number,
  number,
  number,
  number,
  number,
]

/** Words and pairs of words: what the gate looks at. Nothing of the lexicon is needed for it. */
export function collectGlance(tokens: Sentence['tokens'], add: (hash: number) => void): void {
  let last = hashOf(START)
  for (const { kind, norm } of tokens) {
    const hash = hashOf(kind === 'number' ? '#' : norm)
    add(hash)
    add(join(last, hash))
    last = hash
  }
}

const START = '<s>'
const END = '</s>'

/** Single words, rows of two and three, and pairs with one word between. Numbers count as one word. */
function wordRows({ tokens }: Sentence, sink: FeatureSink): void {
  const row = [START, ...tokens.map(({ kind, norm }) => (kind === 'number' ? '#' : norm)), END]
  for (let at = 1; at < row.length; at++) {
    const [c, b, a] = [row[at] as string, row[at - 1] as string, row[at - 2]]
    const one = hashOf(c)
    const two = join(hashOf(b), one)
    if (at < row.length - 1) sink.add(join(WORD, one), () => c, at - 1, at)
    sink.add(join(WORD, two), () => `${b} ${c}`, at - 2, at)
    if (a === undefined) continue
    sink.add(join(WORD, join(hashOf(a), two)), () => `${a} ${b} ${c}`, at - 3, at)
    sink.add(join(SKIP, join(hashOf(a), one)), () => `${a} … ${c}`, at - 3, at)
  }
}

/** A concept that comes after another within this many places makes a pair with it. */
const PAIRED_WITHIN = 3

/** The concepts of a sentence, each once, and every ordered pair of neighbours. */
function conceptRows({ occurrences }: Sentence, names: readonly string[], sink: FeatureSink): void {
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
    addOnce(join(CONCEPT, hash), () => `[${nameOf(names, concept)}]`)
    for (let next = at + 1; next <= at + PAIRED_WITHIN && next < row.length; next++) {
      const other = row[next] as number
      const pair = join(PAIR, join(hash, hashes[other] as number))
      addOnce(pair, () => `[${nameOf(names, concept)} > ${nameOf(names, other)}]`)
    }
  })
}

const hashesOf = new WeakMap<readonly string[], Uint32Array>()

/** Hashes of all concepts of a lexicon, made once. */
function conceptHashes(names: readonly string[]): Uint32Array {
  const known = hashesOf.get(names)
  if (known) return known
  const made = Uint32Array.from(names, (_, concept) => hashText(nameOf(names, concept)))
  hashesOf.set(names, made)
  return made
}

/** One benchmark is as good as another here. */
function nameOf(names: readonly string[], concept: number): string {
  const name = names[concept] ?? ''
  return name.startsWith('benchmark.') ? name.split('.').slice(0, 2).join('.') : name
}

function formOf({ tokens }: Sentence, block: Block, sink: FeatureSink): void {
  const last = tokens.at(-1)?.norm ?? ''
  const length =
    tokens.length < 6 ? 'short' : tokens.length < 14 ? 'middling' : tokens.length < 28 ? 'long' : 'very long'
  const said = [block.kind, length, `ends ${last.length === 1 ? last : 'open'}`, `${block.kind} ${length}`]
  if (block.quoted) said.push('quoted')
  if (holdsQuotationMarks(block)) said.push('quotation marks')
  for (const word of said) sink.add(join(FORM, hashText(word)), () => `form ${word}`)
}

const quoting = new WeakMap<Block, boolean>()

/** A long paragraph is searched once, however many sentences stand in it. */
function holdsQuotationMarks(block: Block): boolean {
  const known = quoting.get(block) ?? /["“”«»]/.test(block.text)
  quoting.set(block, known)
  return known
}

/**
 * Telling concepts of the sentences beside it, and the words that introduce a list. Headings and header cells were tried: they teach the
 * subject of a document and not the force of its sentences, and made unseen documents worse.
 */
function around({ passage, block, sentence, concepts }: Seen, sink: FeatureSink): void {
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
    sink.add(join(NEAR, join(PLACES[where], hashes[concept] as number)), () => `${where}: [${nameOf(names, concept)}]`)
  }
}

const PLACES = { before: hashText('before'), after: hashText('after') } as const

function nearWords(where: string, sentences: readonly Sentence[], sink: FeatureSink): void {
  const said = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ norm }) => norm)))
  for (const norm of said) sink.add(join(NEAR, hashText(`${where} ${norm}`)), () => `${where}: ${norm}`)
}
