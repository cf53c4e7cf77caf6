/**
 * Phrases as a trie, flattened into arrays so that it loads without being built again.
 * Keys of edges: a word is its number, a concept is -1 minus its number; both sorted within a node.
 */
export interface CompiledTrie {
  /** For node n the edges are those from firstEdge[n] to firstEdge[n + 1]. */
  readonly firstEdge: readonly number[]
  readonly edgeKey: readonly number[]
  readonly edgeTarget: readonly number[]
  /** [node, least, most, target] for each gap. */
  readonly gaps: readonly (readonly [number, number, number, number])[]
  /** [node, node that is reached from it without a token]. */
  readonly joints: readonly (readonly [number, number])[]
  /** [node, concept or phrase number] where a phrase ends. */
  readonly ends: readonly (readonly [number, number])[]
}

/** Made at build time from knowledge/lexicon. A concept belongs to a layer above all concepts that its entries refer to. */
export interface CompiledLexicon {
  /** Separated by spaces; a word's number is its place, from 0. */
  readonly words: string
  readonly concepts: readonly string[]
  readonly layers: readonly CompiledTrie[]
  /** By concept number: the only spellings that count, where a name is also an everyday word. */
  readonly exact: Readonly<Record<number, readonly string[]>>
}

/** One concept as written in a lexicon file. */
export interface LexiconEntry {
  readonly concept: string
  readonly nouns: readonly string[]
  readonly verbs: readonly string[]
  readonly words: readonly string[]
  /** Names that count only in this very spelling. */
  readonly exact?: readonly string[]
}
