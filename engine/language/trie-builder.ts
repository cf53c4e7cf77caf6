import { nounForms, verbForms } from './inflect.js'
import type { CompiledTrie } from './lexicon.js'
import { mergedNodes } from './merge-nodes.js'
import type { Phrase, PhraseElement, PhraseNode } from './phrase.js'
import { tokenize } from './tokens.js'
import { sortedEdges, type TrieNode, trieNode } from './trie-node.js'

/** Numbers for words and concepts, shared by all tries of a lexicon and by the rules' phrases over it. */
export interface Numbering {
  word(norm: string): number
  /** The numbers of a concept, or of all concepts of a family (`$family.*`); empty when there is none. */
  concepts(id: string): readonly number[]
}

export interface TrieBuilder {
  add(phrase: Phrase, end: number): void
  build(): CompiledTrie
}

export function trieBuilder(numbering: Numbering): TrieBuilder {
  const root = trieNode()
  return {
    add(phrase, end) {
      for (const last of follow([root], phrase, numbering)) last.ends.add(end)
    },
    build: () => flatten(mergedNodes(root)),
  }
}

/** Beyond this many open paths they are led together, so that choices behind each other add up instead of multiplying. */
const MOST_PATHS = 4

function follow(from: readonly TrieNode[], phrase: Phrase, numbering: Numbering): readonly TrieNode[] {
  return phrase.reduce<readonly TrieNode[]>((open, part) => after(ledTogether(open), part, numbering), from)
}

function after(from: readonly TrieNode[], part: PhraseNode, numbering: Numbering): readonly TrieNode[] {
  if (part.kind === 'choice') {
    const ends = part.options.flatMap((option) => follow(from, option, numbering))
    return [...new Set(part.optional ? [...from, ...ends] : ends)]
  }
  return spellOut(part).reduce<readonly TrieNode[]>(
    (open, element) => open.flatMap((at) => targets(at, element, numbering)),
    from,
  )
}

function ledTogether(open: readonly TrieNode[]): readonly TrieNode[] {
  if (open.length <= MOST_PATHS) return open
  const joint = trieNode()
  for (const at of open) at.joints.add(joint)
  return [joint]
}

/** One written word can be several tokens ("ISO/IEC", "fine-tune"); only the last of them inflects. */
function spellOut(element: PhraseElement): PhraseElement[] {
  if (element.kind === 'concept' || element.kind === 'gap') return [element]
  const tokens = tokenize(element.word.replaceAll('-', ' '))
  return tokens.map(({ norm }, index) => ({
    kind: index === tokens.length - 1 ? element.kind : 'word',
    word: index === tokens.length - 1 ? baseOf(element.word) : norm,
  }))

  function baseOf(word: string): string {
    const last = tokens.at(-1)?.norm ?? ''
    return element.kind === 'word' ? last : (word.toLowerCase().split('-').at(-1) ?? last)
  }
}

function targets(from: TrieNode, element: PhraseElement, numbering: Numbering): TrieNode[] {
  if (element.kind === 'gap') return [gapTarget(from, element.min, element.max)]
  if (element.kind === 'concept') return numbering.concepts(element.id).map((number) => edgeTarget(from, -1 - number))
  return forms(element).map((form) => edgeTarget(from, numbering.word(form)))
}

function forms(element: { readonly kind: 'word' | 'verb' | 'noun'; readonly word: string }): readonly string[] {
  if (element.kind === 'word') return [element.word]
  const all = element.kind === 'verb' ? verbForms(element.word) : nounForms(element.word)
  return [...new Set(all.map((form) => tokenize(form)[0]?.norm ?? form))]
}

function edgeTarget(from: TrieNode, key: number): TrieNode {
  const known = from.edges.get(key)
  if (known) return known
  const made = trieNode()
  from.edges.set(key, made)
  return made
}

function gapTarget(from: TrieNode, min: number, max: number): TrieNode {
  const key = `${min} ${max}`
  const known = from.gaps.get(key)
  if (known) return known
  const made = trieNode()
  from.gaps.set(key, made)
  return made
}

function flatten(root: TrieNode): CompiledTrie {
  const order: TrieNode[] = [root]
  const numbers = new Map<TrieNode, number>([[root, 0]])
  for (const at of order) {
    for (const next of [...sortedEdges(at).map(([, target]) => target), ...at.gaps.values(), ...at.joints]) {
      if (numbers.has(next)) continue
      numbers.set(next, order.length)
      order.push(next)
    }
  }
  const number = (of: TrieNode): number => numbers.get(of) as number
  const edges = order.map(sortedEdges)
  const firstEdge = [0]
  for (const list of edges) firstEdge.push((firstEdge.at(-1) as number) + list.length)
  return {
    firstEdge,
    edgeKey: edges.flatMap((list) => list.map(([key]) => key)),
    edgeTarget: edges.flatMap((list) => list.map(([, target]) => number(target))),
    gaps: order.flatMap((at) =>
      [...at.gaps].flatMap(([key, target]) => {
        const [min, max] = key.split(' ').map(Number) as [number, number]
        return [number(at), min, max, number(target)]
      }),
    ),
    joints: order.flatMap((at) => [...at.joints].flatMap((joint) => [number(at), number(joint)])),
    ends: order.flatMap((at) => [...at.ends].flatMap((end) => [number(at), end])),
  }
}
