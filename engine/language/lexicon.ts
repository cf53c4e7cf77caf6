/** A list of whole numbers; one that comes out of a built pack is a view of its bytes. */
export type Numbers = ArrayLike<number>

/**
 * Phrases as a trie, flattened into lists of numbers so that it loads without being built again.
 * Keys of edges: a word is its number, a concept is -1 minus its number; both sorted within a node.
 */
export interface CompiledTrie {
  /** For node n the edges are those from firstEdge[n] to firstEdge[n + 1]. */
  readonly firstEdge: Numbers
  readonly edgeKey: Numbers
  readonly edgeTarget: Numbers
  /** Node, least, most, target for each gap, one after the other; these and the next two are in order of nodes. */
  readonly gaps: Numbers
  /** Node, node that is reached from it without a token. */
  readonly joints: Numbers
  /** Node, concept or phrase number where a phrase ends. */
  readonly ends: Numbers
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
