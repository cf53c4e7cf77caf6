import { isProse } from '../claims/passage.js'
import { prepare } from '../claims/prepare.js'
import { soundOf, totalOf, unheard, voiceFrom } from '../claims/voice.js'
import type { Block, Document } from '../document/block.js'
import { findDirectives } from '../document/directives.js'
import { labelPart } from '../document/sections.js'
import type { Span } from '../document/span.js'
import type { LintResult } from '../findings/finding.js'
import type { PlacedBlock } from '../findings/limitation-elsewhere.js'
import { sentenceReader } from '../language/sentence.js'
import { type ClaimInPlace, conclude, wholeOf } from '../lint.js'
import type { Pack } from '../rules/pack.js'
import type { Settings } from '../settings.js'
import { anyPieces } from './any-pieces.js'
import type { BlockState, HeadingPath } from './block-state.js'
import { type LongText, longText } from './long-text.js'
import { markdownPieces } from './markdown-pieces.js'
import { type Mention, mentionFinder } from './mentions.js'
import type { LabelledPiece, Parts, Piece } from './piece.js'
import { moved, placed } from './placed.js'
import { blockReader, type Surroundings } from './reader.js'

/** A document that is being written. It keeps what it read, and reads again only what changed and what depends on it. */
export interface Session {
  /** The same as `lint` of the parsed text. */
  lint(source: string | LongText, settings: Settings): LintResult
  /** The document as it was last linted. Lists that go on across blank lines may have several numbers. */
  document(): Document
  /** Its blocks, with less work than in `document`. */
  blocks(): readonly PlacedBlock[]
  /** Benchmarks named in it. */
  mentions(): readonly Mention[]
}

/** Languages that can be cut into chunks before they are read. */
const CHUNKED = new Set(['markdown', 'quarto', 'rmd'])

export function openSession(languageId: string, pack: Pack): Session {
  const ready = prepare(pack)
  const readSentences = sentenceReader(ready.matcher)
  const readPieces = CHUNKED.has(languageId) ? markdownPieces() : anyPieces(languageId)
  const findMentions = mentionFinder(ready.matcher.concepts, pack.knowledge)
  const reader = blockReader(ready, () => surroundings)
  let source = longText('')
  let parts: Parts = { pieces: [], hasCue: false }
  let surroundings = surroundingsOf(languageId, [], [])
  let known: Document | undefined

  function stateOf(block: Block, piece: Piece): BlockState {
    const sentences = isProse(block) ? readSentences(block) : []
    const sound = soundOf(block, sentences, ready.judge?.glance ?? unheard)
    const labels = block.marks.flatMap((mark) => (mark.kind === 'footnote' ? [mark.label] : []))
    return { block, piece, sentences, sound, labels, at: 0, path: TOP }
  }

  /** The blocks of a piece with their labels, as long as what decides on these is the same. */
  function label(piece: Piece, level: number, before: Block | undefined, behind: Block | undefined): LabelledPiece {
    const last = piece.labelled
    if (last && last.from === level && last.before === before && last.behind === behind) return last
    const part = labelPart(piece.blocks, level, before, behind)
    const states = part.blocks.map((block, at) => {
      const old = last?.states[at]
      return old && isSame(old.block, block) ? old : stateOf(block, piece)
    })
    const made = { from: level, before, behind, level: part.level, states }
    piece.labelled = made
    return made
  }

  function readStates({ pieces }: Parts): BlockState[] {
    const states: BlockState[] = []
    const full = pieces.filter(({ blocks }) => blocks.length > 0)
    let level = 0
    full.forEach((piece, at) => {
      const part = label(piece, level, full[at - 1]?.blocks.at(-1), full[at + 1]?.blocks[0])
      level = part.level
      for (const state of part.states) states.push(state)
    })
    return states
  }

  function documentNow(): Document {
    const blocks = surroundings.states.map(({ block, piece }) => placed(block, piece.start))
    const { frontMatter } = parts
    const text = String(source)
    const directives = findDirectives(text, languageId, blocks)
    return { source: text, languageId, blocks, directives, ...(frontMatter ? { frontMatter } : {}) }
  }

  function document(): Document {
    known ??= documentNow()
    return known
  }

  return {
    lint(given, settings) {
      source = typeof given === 'string' ? longText(given) : given
      known = undefined
      parts = readPieces(source)
      surroundings = surroundingsOf(languageId, readStates(parts), surroundings.states)
      const claims: ClaimInPlace[] = []
      for (const state of surroundings.states) {
        for (const claim of reader.claimsOf(state)) claims.push({ claim, by: state.piece.start })
      }
      // Most documents hold no directive, and then their blocks need not be put in place.
      const seen = parts.hasCue ? document() : { source: '', languageId, blocks: [], directives: [] }
      const blocks = surroundings.states.map(({ block, piece }) => ({ block, by: piece.start }))
      return conclude(seen, claims, pack, settings, wholeOf(blocks, parts.frontMatter, pack, settings))
    },
    document,
    blocks: () => surroundings.states.map(({ block, piece }) => ({ block, by: piece.start })),
    mentions: () =>
      surroundings.states.flatMap((state) => {
        state.mentions ??= findMentions(state.block, () => state.sentences)
        return state.mentions.map((mention) => ({ ...mention, ...moved(mention, state.piece.start) }))
      }),
  }
}

/** A new label makes another block; all else of it is the same. */
const isSame = (one: Block, other: Block): boolean => one.kind === other.kind && one.text === other.text

const TOP: HeadingPath = []

/** Numbers the blocks, finds the headings above each, and adds up the voice. */
function surroundingsOf(
  languageId: string,
  states: readonly BlockState[],
  before: readonly BlockState[],
): Surroundings {
  const footnotes = new Map<string, BlockState[]>()
  let path = TOP
  let title: BlockState | undefined
  states.forEach((state, at) => {
    const { block } = state
    state.at = at
    if (block.kind === 'heading') {
      title ??= state
      const above = path.filter((heading) => heading.block.depth < block.depth)
      state.path = sameList(state.path, above) ? state.path : above
      path = pathBelow(state)
    } else state.path = path
    if (block.kind === 'footnote' && block.label)
      footnotes.set(block.label, [...(footnotes.get(block.label) ?? []), state])
  })
  const blocks = states.map(({ block }) => block)
  const total = totalOf(states.length, (at) => (states[at] as BlockState).sound)
  const voice = voiceFrom(total, title?.sentences ?? [])
  const document = { source: '', languageId, blocks, directives: [] }
  return { states, document, voice, changed: changedIn(states, before), footnotes }
}

function changedIn(states: readonly BlockState[], before: readonly BlockState[]): Span {
  const most = Math.min(states.length, before.length)
  let start = 0
  while (start < most && states[start] === before[start]) start++
  let same = 0
  while (same < most - start && states.at(-1 - same) === before.at(-1 - same)) same++
  return { start, end: states.length - same }
}

/** The same list as before, where it holds the same headings, so that what stands below sees no change. */
function pathBelow(state: BlockState): HeadingPath {
  if (state.below?.from !== state.path) state.below = { from: state.path, path: [...state.path, state] }
  return state.below.path
}

const sameList = (one: HeadingPath, other: HeadingPath): boolean =>
  one.length === other.length && one.every((state, at) => state === other[at])
