/** A trie while it is built: words and concepts lead on, gaps lead past any words, joints lead on without one. */
export interface TrieNode {
  readonly edges: Map<number, TrieNode>
  /** By `least most`. */
  readonly gaps: Map<string, TrieNode>
  /** Nodes reached from here without a token. */
  readonly joints: Set<TrieNode>
  readonly ends: Set<number>
}

export const trieNode = (): TrieNode => ({ edges: new Map(), gaps: new Map(), joints: new Set(), ends: new Set() })

/** In the order in which they are numbered, wherever they are told apart. */
export const sortedEdges = ({ edges }: TrieNode): [number, TrieNode][] => [...edges].sort(([a], [b]) => a - b)
