import type { Block } from '../document/block.js'
import type { Sentence } from '../language/sentence.js'
import type { Passage } from './passage.js'

/** Who a document speaks for, as far as its own words tell. */
export interface Voice {
  /** It says "we" and "our" of the one who makes the claims. */
  readonly own: boolean
  /** Names that its title and first heading hold: the speaker's own organisation and product. */
  readonly ownNames: ReadonlySet<string>
  readonly mood: Mood
}

/** What all sentences of a document together say of each of them. */
export interface Mood {
  /** How much it speaks of limits, risks and doubts: from 0 (as most texts do) to 1 (as a critical report does). */
  readonly critical: number
  readonly sentences: number
  /** How many of them sound like claims at a glance, in thousandths, so that the sum is the same in whatever order it is made. */
  readonly heard: number
}

const FIRST_PERSON = new Set(['we', 'our', 'us', 'ours'])
const ENOUGH = 3
const BLOCKS_READ = 80

/** `glance` gives the log-odds that a sentence is a claim, by its words alone. */
export function voiceOf(passage: Passage, glance: Glance): Voice {
  const { blocks } = passage.document
  const title = blocks.findIndex(({ kind }) => kind === 'heading')
  const total = totalOf(blocks.length, (block) => soundOf(blocks[block] as Block, passage.sentences(block), glance))
  return voiceFrom(total, title < 0 ? [] : passage.sentences(title))
}

export type Glance = (tokens: Sentence['tokens']) => number

/** What the sentences of one block add to the voice of a document. */
export interface Sound {
  readonly words: number
  readonly doubts: number
  /** Words in the first person. */
  readonly spoken: number
  readonly sentences: number
  readonly heard: number
}

export function soundOf(block: Block, sentences: readonly Sentence[], glance: Glance): Sound {
  if (isCitation(block)) return SILENCE
  let words = 0
  let heard = 0
  let doubts = 0
  let spoken = 0
  for (const { tokens } of sentences) {
    words += tokens.length
    heard += loudness(glance(tokens))
    for (const { norm } of tokens) {
      if (DOUBTS.has(norm)) doubts++
      if (FIRST_PERSON.has(norm)) spoken++
    }
  }
  return { words, doubts, spoken, sentences: sentences.length, heard }
}

const SILENCE: Sound = { words: 0, doubts: 0, spoken: 0, sentences: 0, heard: 0 }

/** A footnote that cites the report speaks for the report: citing a limitation shall not change what is found elsewhere. */
const isCitation = ({ kind, text }: Block): boolean => kind === 'footnote' && /\bJank[ůu]/u.test(text)

/** Without a judge no sentence sounds like a claim. */
export const unheard: Glance = () => Number.NEGATIVE_INFINITY

/** How much a sentence sounds like a claim, in thousandths. */
export const loudness = (logOdds: number): number => Math.round(1000 / (1 + Math.exp(-logOdds)))

/** The sounds of all blocks together; the first person counts in the first blocks only. */
export function totalOf(blocks: number, sound: (block: number) => Sound): Sound {
  let words = 0
  let doubts = 0
  let spoken = 0
  let sentences = 0
  let heard = 0
  for (let block = 0; block < blocks; block++) {
    const one = sound(block)
    words += one.words
    doubts += one.doubts
    sentences += one.sentences
    heard += one.heard
    if (block < BLOCKS_READ) spoken += one.spoken
  }
  return { words, doubts, spoken, sentences, heard }
}

/** The voice of a document from the sound of all of it, and the sentences of its first heading. */
export const voiceFrom = ({ words, doubts, spoken, sentences, heard }: Sound, title: readonly Sentence[]): Voice => ({
  own: spoken >= ENOUGH,
  ownNames: titleNames(title),
  mood: { critical: criticalOf(words, doubts), sentences, heard },
})

const DOUBTS = new Set(
  `however limitation limitations insufficient inadequate lack lacks lacking not cannot may might could unlikely challenge challenges
  difficult risk risks fail fails failed failure failures unclear unknown uncertain although though but yet problem problems only gap
  gaps nor hard harder impossible vulnerable misleading`.split(/\s+/),
)
/** Words of doubt per 1,000: promotional and regulatory texts have up to 25, cards and codes without an overclaim some 30, critical reports more. */
const USUAL = 25
const CRITICAL = 35
const LEAST_WORDS = 300

function criticalOf(words: number, doubts: number): number {
  if (words < LEAST_WORDS) return 0
  return Math.min(1, Math.max(0, ((1000 * doubts) / words - USUAL) / (CRITICAL - USUAL)))
}

function titleNames(title: readonly Sentence[]): ReadonlySet<string> {
  const tokens = title.flatMap((sentence) => sentence.tokens)
  return new Set(tokens.filter(({ capital, norm }) => capital && norm.length > 2).map(({ norm }) => norm))
}
