import { sortedEdges, type TrieNode } from './trie-node.js'

/**
 * The same trie, with one node for all that the same follows: forms of a verb lead to one place and not to a copy of it each. Of the nodes
 * of the built-in lexicon a fifth stays. Nothing is found otherwise, since what is found depends on what follows alone.
 */
export function mergedNodes(root: TrieNode): TrieNode {
  const numbers = new Map<TrieNode, number>()
  const kept = new Map<string, TrieNode>()
  const done = new Map<TrieNode, TrieNode>()

  function merged(from: TrieNode): TrieNode {
    const known = done.get(from)
    if (known) return known
    const own: TrieNode = {
      edges: new Map(sortedEdges(from).map(([key, target]) => [key, merged(target)])),
      gaps: new Map([...from.gaps].map(([size, target]) => [size, merged(target)])),
      joints: new Set([...from.joints].map(merged)),
      ends: new Set([...from.ends].sort((a, b) => a - b)),
    }
    const name = nameOf(own)
    const one = kept.get(name) ?? own
    kept.set(name, one)
    numbers.set(one, numbers.get(one) ?? numbers.size)
    done.set(from, one)
    return one
  }

  /** All that follows a node; what it leads to has been merged already. */
  function nameOf({ edges, gaps, joints, ends }: TrieNode): string {
    const number = (of: TrieNode): number => numbers.get(of) as number
    return JSON.stringify([
      [...edges].map(([key, target]) => [key, number(target)]),
      [...gaps].map(([size, target]) => [size, number(target)]).sort(),
      [...joints].map(number).sort((a, b) => a - b),
      [...ends],
    ])
  }

  return merged(root)
}
