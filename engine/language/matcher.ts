import type { CompiledLexicon, CompiledTrie } from './lexicon.js'
import type { Token } from './tokens.js'

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
  wordOf(norm: string): number
  /** The tokens with every concept in them, those given first; within one concept the longest match only. */
  find(tokens: readonly Token[], given?: readonly Occurrence[], accepts?: (one: Occurrence) => boolean): Line
}

/** `further` are words that only the phrases of rules use; they are numbered behind those of the lexicon. */
export function matcher(lexicon: CompiledLexicon, further = ''): Matcher {
  const numbers = new Map<string, number>()
  for (const word of `${lexicon.words} ${further}`.trim().split(' ')) numbers.set(word, numbers.size)
  const layers = lexicon.layers.map(trieSearch)
  const wordOf = (norm: string): number => numbers.get(norm) ?? -1
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
export interface Line {
  readonly words: Int32Array
  /** 1 where a gap may not reach across. */
  readonly barrier: Uint8Array
  /** 1 where an adverb may be passed over inside a phrase. */
  readonly filler: Uint8Array
  readonly starting: (Occurrence[] | undefined)[]
  readonly found: Occurrence[]
  add(occurrences: readonly Occurrence[]): void
}

const FILLERS = new Set(
  'now also already really truly simply actually thereby therefore thus ever even quite just genuinely indeed clearly plainly once again still itself themselves effectively essentially entirely fully completely wholly always'.split(
    ' ',
  ),
)
const BARRIERS = new Set(['.', ';', ':', '?', '!', '—', '|'])

function readyLine(tokens: readonly Token[], wordOf: (norm: string) => number): Line {
  const words = new Int32Array(tokens.length)
  const barrier = new Uint8Array(tokens.length)
  const filler = new Uint8Array(tokens.length)
  tokens.forEach((token, at) => {
    words[at] = token.kind === 'opaque' ? -1 : wordOf(token.norm)
    if (token.kind === 'mark' && BARRIERS.has(token.norm)) barrier[at] = 1
    if (token.kind === 'word' && FILLERS.has(token.norm)) filler[at] = 1
  })
  const starting: (Occurrence[] | undefined)[] = new Array(tokens.length)
  const found: Occurrence[] = []
  const add = (occurrences: readonly Occurrence[]): void => {
    for (const one of occurrences) {
      found.push(one)
      if (one.to === one.from) continue
      const list = starting[one.from]
      if (list) list.push(one)
      else starting[one.from] = [one]
    }
  }
  return { words, barrier, filler, starting, found, add }
}

/** A search for every phrase of a trie. The cost grows with the tokens, not with the number of phrases. */
export function trieSearch(trie: CompiledTrie): (line: Line) => Occurrence[] {
  const firstEdge = Int32Array.from(trie.firstEdge)
  const keys = Int32Array.from(trie.edgeKey)
  const target = Int32Array.from(trie.edgeTarget)
  const nodes = trie.firstEdge.length - 1
  const gaps = byNode(trie.gaps, nodes)
  const joints = byNode(trie.joints, nodes)
  const ends = byNode(trie.ends, nodes)
  const beginsWithConcept = (keys[firstEdge[0] as number] ?? 0) < 0
  const fromRoot = rootTable(trie)

  function follow(node: number, key: number): number {
    let low = firstEdge[node] as number
    let high = (firstEdge[node + 1] as number) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = keys[middle] as number
      if (at === key) return target[middle] as number
      if (at < key) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  function walk(line: Line, node: number, at: number, from: number, out: Occurrence[]): void {
    const ending = ends[node]
    if (ending) for (const [, end] of ending) out.push({ concept: end, from, to: at })
    const joint = joints[node]
    if (joint) for (const [, next] of joint) walk(line, next, at, from, out)
    if (at >= line.words.length) return
    if (firstEdge[node] !== firstEdge[node + 1]) step(line, node, at, from, out)
    const gap = gaps[node]
    if (gap) for (const [, min, max, next] of gap) skip(line, next, at, min, max, from, out)
    if (node !== 0 && line.filler[at]) walkPast(line, node, at + 1, from, out)
  }

  /** A step from a node or from one that it leads to without a token. */
  function stepFrom(line: Line, node: number, at: number, from: number, out: Occurrence[]): void {
    step(line, node, at, from, out)
    const joint = joints[node]
    if (joint) for (const [, next] of joint) stepFrom(line, next, at, from, out)
  }

  function step(line: Line, node: number, at: number, from: number, out: Occurrence[]): void {
    const word = line.words[at] as number
    if (word >= 0) {
      const next = follow(node, word)
      if (next >= 0) walk(line, next, at + 1, from, out)
    }
    stepOverConcepts(line, node, at, from, out)
  }

  function stepOverConcepts(line: Line, node: number, at: number, from: number, out: Occurrence[]): void {
    if (firstEdge[node] === firstEdge[node + 1] || (keys[firstEdge[node] as number] as number) >= 0) return
    for (const one of line.starting[at] ?? []) {
      const next = follow(node, -1 - one.concept)
      if (next >= 0) walk(line, next, one.to, from, out)
    }
  }

  /** Past an adverb only further words count: a phrase does not end with it. */
  function walkPast(line: Line, node: number, at: number, from: number, out: Occurrence[]): void {
    if (at >= line.words.length) return
    stepFrom(line, node, at, from, out)
    if (line.filler[at]) walkPast(line, node, at + 1, from, out)
  }

  function skip(
    line: Line,
    node: number,
    at: number,
    min: number,
    max: number,
    from: number,
    out: Occurrence[],
  ): void {
    for (let passed = 0; passed <= max && at + passed < line.words.length; passed++) {
      if (passed >= min) stepFrom(line, node, at + passed, from, out)
      if (line.barrier[at + passed]) return
    }
  }

  return (line) => {
    const out: Occurrence[] = []
    for (let from = 0; from < line.words.length; from++) {
      const next = fromRoot[line.words[from] as number] ?? 0
      if (next > 0) walk(line, next, from + 1, from, out)
      if (beginsWithConcept && line.starting[from]) stepOverConcepts(line, 0, from, from, out)
    }
    return longest(out)
  }
}

/** Nearly every token begins nothing: the first step is a look into a table by word. */
function rootTable({ firstEdge, edgeKey, edgeTarget }: CompiledTrie): Int32Array {
  const size = Math.max(0, ...edgeKey.slice(0, firstEdge[1]).slice(-1)) + 1
  const table = new Int32Array(size)
  for (let edge = 0; edge < (firstEdge[1] as number); edge++) {
    const key = edgeKey[edge] as number
    if (key >= 0) table[key] = edgeTarget[edge] as number
  }
  return table
}

/** Rows by their first number, the node; most nodes have none. */
function byNode<Row extends readonly number[]>(rows: readonly Row[], nodes: number): (readonly Row[] | undefined)[] {
  const table: (Row[] | undefined)[] = new Array(nodes).fill(undefined)
  for (const row of rows) {
    const node = row[0] as number
    const list = table[node]
    if (list) list.push(row)
    else table[node] = [row]
  }
  return table
}

/** Without those that lie inside another of the same concept. */
function longest(found: Occurrence[]): Occurrence[] {
  if (found.length < 2) return found
  const sorted = found.sort((a, b) => a.concept - b.concept || a.from - b.from || b.to - a.to)
  const kept: Occurrence[] = []
  let last: Occurrence | undefined
  for (const one of sorted) {
    if (last && last.concept === one.concept && one.to <= last.to) continue
    kept.push(one)
    last = one
  }
  return kept.sort((a, b) => a.from - b.from || b.to - a.to)
}
