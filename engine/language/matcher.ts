import { hashText } from './hash.js'
import { lazyStates, type State, type States } from './lazy-states.js'
import type { CompiledLexicon, CompiledTrie } from './lexicon.js'
import type { Token } from './tokens.js'
import { type WordTable, wordNumbers, wordTable } from './word-numbers.js'

/** A concept found in a sentence. `from` and `to` are token numbers, `to` is exclusive; `concept` is its number. */
export interface Occurrence {
  readonly concept: number
  readonly from: number
  readonly to: number
}

/** A lexicon ready to search with: all concepts in one pass over the tokens for each layer. */
export interface Matcher {
  readonly concepts: readonly string[]
  readonly exact: CompiledLexicon['exact']
  /** The number of a token's word; -1 for a word the lexicon does not hold. */
  wordOf(token: Token): number
  /** The tokens with every concept in them, those given first; within one concept the longest match only. */
  find(tokens: readonly Token[], given?: readonly Occurrence[], accepts?: (one: Occurrence) => boolean): Line
}

/** `further` are words that only the phrases of rules use; they are numbered behind those of the lexicon. `table` is over both, if it is there. */
export function matcher(lexicon: CompiledLexicon, further = '', table?: WordTable): Matcher {
  const words = `${lexicon.words} ${further}`.trim()
  const numberOf = wordNumbers(words, table ?? wordTable(words))
  const layers = lexicon.layers.map((layer) => trieSearch(layer))
  // All written numbers have one hash as tokens, and some stand in the lexicon: "100 %".
  const wordOf = ({ kind, norm, hash }: Token): number => numberOf(norm, kind === 'number' ? hashText(norm) : hash)
  return {
    concepts: lexicon.concepts,
    exact: lexicon.exact,
    wordOf,
    find(tokens, given = [], accepts = () => true) {
      const line = readyLine(tokens, wordOf)
      line.add(given)
      for (const search of layers) line.add(search(line).filter(accepts))
      return line
    },
  }
}

/** The tokens of one sentence as the search sees them, and the concepts found so far by the token they begin at. */
export class Line {
  readonly starting: (Occurrence[] | undefined)[]
  readonly found: Occurrence[] = []

  constructor(
    readonly words: readonly number[],
    /** BARRIER where a gap may not reach across, FILLER where an adverb may be passed over inside a phrase. */
    readonly signs: readonly number[],
  ) {
    this.starting = new Array(words.length)
  }

  add(occurrences: readonly Occurrence[]): void {
    for (const one of occurrences) {
      this.found.push(one)
      if (one.to === one.from) continue
      const list = this.starting[one.from]
      if (list) list.push(one)
      else this.starting[one.from] = [one]
    }
  }
}

const FILLERS = new Set(
  'now also already really truly simply actually thereby therefore thus ever even quite just genuinely indeed clearly plainly once again still itself themselves effectively essentially entirely fully completely wholly always'.split(
    ' ',
  ),
)
const BARRIERS = new Set(['.', ';', ':', '?', '!', '—', '|'])

const BARRIER = 1
const FILLER = 2

function signOf({ kind, norm }: Token): number {
  if (kind === 'mark') return BARRIERS.has(norm) ? BARRIER : 0
  return kind === 'word' && FILLERS.has(norm) ? FILLER : 0
}

const readyLine = (tokens: readonly Token[], wordOf: Matcher['wordOf']): Line =>
  new Line(
    tokens.map((token) => (token.kind === 'opaque' ? -1 : wordOf(token))),
    tokens.map(signOf),
  )

/** A search for every phrase of a trie. The cost grows with the tokens, not with the number of phrases. */
export function trieSearch(trie: CompiledTrie, states: States = lazyStates(trie)): (line: Line) => Occurrence[] {
  const { root } = states
  const longest = new LongestOnly(trie)

  function walk(line: Line, state: State, at: number, from: number, out: Occurrence[]): void {
    for (const end of state.ends) out.push({ concept: end, from, to: at })
    if (at >= line.words.length) return
    step(line, state, at, from, out)
    for (const { least, most, behind } of state.gaps) skip(line, behind, at, least, most, from, out)
    if (line.signs[at] === FILLER) walkPast(line, state, at + 1, from, out)
  }

  function step(line: Line, state: State, at: number, from: number, out: Occurrence[]): void {
    const word = line.words[at] as number
    if (word >= 0) {
      const next = states.next(state, word)
      if (next) walk(line, next, at + 1, from, out)
    }
    const starting = state.takesConcepts ? line.starting[at] : undefined
    if (starting) for (const one of starting) stepOver(line, state, one, from, out)
  }

  function stepOver(line: Line, state: State, one: Occurrence, from: number, out: Occurrence[]): void {
    const next = states.next(state, -1 - one.concept)
    if (next) walk(line, next, one.to, from, out)
  }

  /** Past an adverb only further words count: a phrase does not end with it. */
  function walkPast(line: Line, state: State, at: number, from: number, out: Occurrence[]): void {
    if (at >= line.words.length) return
    step(line, state, at, from, out)
    if (line.signs[at] === FILLER) walkPast(line, state, at + 1, from, out)
  }

  function skip(line: Line, state: State, at: number, min: number, max: number, from: number, out: Occurrence[]): void {
    for (let passed = 0; passed <= max && at + passed < line.words.length; passed++) {
      if (passed >= min) step(line, state, at + passed, from, out)
      if (line.signs[at + passed] === BARRIER) return
    }
  }

  return (line) => {
    const kept: Occurrence[] = []
    const begunHere: Occurrence[] = []
    longest.begin()
    for (let from = 0; from < line.words.length; from++) {
      step(line, root, from, from, begunHere)
      if (begunHere.length > 0) longest.keep(begunHere, kept)
      begunHere.length = 0
    }
    return kept
  }
}

/** Keeps those that do not lie inside another of the same concept, by where they begin, the longer first. */
class LongestOnly {
  /** For each concept the end of the last one that was kept, and the line in which that was: no table is emptied for a new line. */
  private readonly ends: Int32Array
  private readonly lines: Int32Array
  private line = 0

  constructor({ ends }: CompiledTrie) {
    let concepts = 0
    for (let at = 1; at < ends.length; at += 2) concepts = Math.max(concepts, (ends[at] as number) + 1)
    this.ends = new Int32Array(concepts)
    this.lines = new Int32Array(concepts)
  }

  begin(): void {
    this.line++
  }

  /** `found` begin at one token, behind all that were given before. */
  keep(found: Occurrence[], kept: Occurrence[]): void {
    if (found.length > 1) found.sort(byEnd)
    for (const one of found) {
      const { concept, to } = one
      if (this.lines[concept] === this.line && to <= (this.ends[concept] as number)) continue
      this.lines[concept] = this.line
      this.ends[concept] = to
      kept.push(one)
    }
  }
}

const byEnd = (a: Occurrence, b: Occurrence): number => b.to - a.to || a.concept - b.concept
