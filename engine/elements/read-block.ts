import { isProse } from '../claims/passage.js'
import type { Block } from '../document/block.js'
import { type Matcher, matcher, type Occurrence } from '../language/matcher.js'
import { splitSentences } from '../language/sentences.js'
import { type Token, tokenize } from '../language/tokens.js'
import type { Elements } from '../rules/pack.js'

/** What one sentence says, as far as elements go. */
export interface Said {
  /** Numbers of concepts, each once. */
  readonly concepts: ReadonlySet<number>
  /** It says that the writers have not done something, or that something is not there. */
  readonly denied: boolean
  /** It points to another document. */
  readonly pointer: boolean
}

/** What a block says: a question and a placeholder say nothing. */
export interface BlockSaid {
  readonly sentences: readonly Said[]
  readonly words: number
  /** Two blocks with the same one say the same at the same kind of place. */
  readonly key: string
}

/** Reads blocks, each once: a session hands in the same blocks again. */
export type BlockReader = (block: Block) => BlockSaid

const readers = new WeakMap<Elements, BlockReader>()

export function blockReader(elements: Elements): BlockReader {
  const known = readers.get(elements)
  if (known) return known
  const made = newReader(elements)
  readers.set(elements, made)
  return made
}

function newReader({ lexicon }: Elements): BlockReader {
  const search = matcher(lexicon)
  const number = (concept: string): number => lexicon.concepts.indexOf(concept)
  const signs = { denial: number('denial'), filler: number('filler'), pointer: number('pointer') }
  const read = new WeakMap<Block, BlockSaid>()
  return (block) => {
    const known = read.get(block)
    if (known) return known
    const { sentences, words } = isProse(block) && !block.quoted ? readBlock(block, search, signs, number) : NOTHING
    const said = { sentences, words, key: keyOf(block, sentences) }
    read.set(block, said)
    return said
  }
}

const NOTHING = { sentences: [], words: 0 }

function keyOf({ kind, cell, text, depth }: Block, sentences: readonly Said[]): string {
  const place =
    kind === 'heading' ? text : cell ? `${cell.row}.${cell.column}` : text.trimEnd().endsWith(':') ? `${depth}:` : depth
  const said = sentences.map(({ concepts, pointer }) => `${[...concepts].join(',')}${pointer ? 'p' : ''}`)
  return `${kind} ${place} ${said.join(';')}`
}

type Signs = Readonly<Record<'denial' | 'filler' | 'pointer', number>>

function readBlock(
  block: Block,
  search: Matcher,
  signs: Signs,
  number: (concept: string) => number,
): Omit<BlockSaid, 'key'> {
  let words = 0
  const sentences = splitSentences(block).flatMap(({ start, end }): Said[] => {
    const tokens = tokenize(block.text, start, end)
    words += tokens.filter(({ kind }) => kind === 'word').length
    if (/\?["'”’)\]*_]*$/.test(block.text.slice(start, end))) return []
    const found = search.find(tokens, givenIn(block, tokens, { start, end }, number)).found
    const concepts = new Set(found.map(({ concept }) => concept))
    if (concepts.has(signs.filler)) return []
    const linked = block.marks.some(
      (mark) => mark.kind === 'link' && leadsAway(mark.url) && start <= mark.start && mark.start < end,
    )
    return [{ concepts, denied: concepts.has(signs.denial), pointer: linked || concepts.has(signs.pointer) }]
  })
  return { sentences, words }
}

/** To another document, not to a place of this one. */
const leadsAway = (url: string): boolean => url !== '' && !url.startsWith('#') && !url.startsWith('mailto:')

/** Numbers, links and footnote marks, as concepts. */
function givenIn(
  block: Block,
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
  number: (concept: string) => number,
): Occurrence[] {
  const at = (concept: string, token: number): Occurrence => ({ concept: number(concept), from: token, to: token + 1 })
  const numbers = tokens.flatMap(({ kind, norm }, token) => {
    if (kind !== 'number') return []
    const next = tokens[token + 1]?.norm
    const percent = next === '%' || next === 'percent' || next === 'per'
    const year = /^(19|20)\d\d$/.test(norm)
    return [
      at('figure.number', token),
      ...(percent ? [at('figure.percent', token)] : []),
      ...(year ? [at('figure.year', token)] : []),
    ]
  })
  const marks = block.marks.flatMap((mark) => {
    if ((mark.kind !== 'link' && mark.kind !== 'footnote') || mark.start < start || mark.start > end) return []
    return [at(`mark.${mark.kind}`, 0)]
  })
  return tokens.length === 0 ? [] : [...numbers, ...marks]
}
