import { headerCellsOf, LOOK_BACK, leadInsOf, type Passage, rowOf } from '../claims/passage.js'
import type { PreparedPack } from '../claims/prepare.js'
import { readPassage } from '../claims/read-claims.js'
import type { Voice } from '../claims/voice.js'
import type { Document } from '../document/block.js'
import type { Span } from '../document/span.js'
import { decidesAlike, type Undecided } from '../judge/balance.js'
import type { Judge } from '../judge/judge.js'
import { claimsIn } from '../lint.js'
import type { BlockReading, BlockState } from './block-state.js'

/** All blocks of the document as they are now, with its voice. */
export interface Surroundings {
  readonly states: readonly BlockState[]
  /** Its blocks, with places in their pieces, and nothing else: claims are read from words alone. */
  readonly document: Document
  readonly voice: Voice
  /** Blocks from `start` to `end` are not those of the run before; all others stand as they stood. */
  readonly changed: Span
  readonly footnotes: ReadonlyMap<string, readonly BlockState[]>
}

/** So many blocks at the beginning say what a document is about (guard N8). */
const OPENING = 6

const NONE: readonly BlockState[] = []

/** Reads the claims of blocks, and knows when what was read before still holds. */
export function blockReader(pack: PreparedPack, now: () => Surroundings) {
  let log = newLog()
  const reading = readPassage(
    pack,
    passageOver(now, (at) => log.look(at, now())),
    voiceOver(now, () => log),
    (undecided) => {
      log.undecided.push(undecided)
      return now().voice.mood
    },
  )

  return {
    /** The claims of a block, read anew only when something that they rest on has changed. */
    claimsOf(state: BlockState): BlockReading['claims'] {
      if (!state.reading || !holds(state.reading, state, now(), pack.judge)) state.reading = read(state)
      return state.reading.claims
    },
  }

  function read(state: BlockState): BlockReading {
    const { states, voice } = now()
    log = newLog(state)
    const claims = claimsIn(reading, state.at)
    return {
      claims,
      path: state.path,
      before: states[state.at - 1],
      leads: leadsOf(state, now()),
      notes: notesOf(state, now()),
      opening: log.opening ? states.slice(0, OPENING) : undefined,
      voice: log.voice,
      undecided: log.undecided,
      mood: voice.mood,
      isOpen: log.isOpen,
    }
  }
}

/** What was looked at while a block is read. */
interface Log {
  opening: boolean
  isOpen: boolean
  voice: { own?: boolean; ownNames?: ReadonlySet<string> }
  undecided: Undecided[]
  look(at: number, surroundings: Surroundings): void
}

function newLog(state?: BlockState): Log {
  return {
    opening: false,
    isOpen: false,
    voice: {},
    undecided: [],
    look(at, surroundings) {
      if (!state) return
      const other = surroundings.states[at]
      const isNear = other === state || at === state.at - 1 || (other && state.path.includes(other))
      if (isNear && at !== OPENING - 1) return
      if (other && leadsOf(state, surroundings).includes(other)) return
      // Whoever goes through the first blocks comes to the last of them, or stops at one that is near, or at one that is seen here.
      if (at < OPENING) this.opening = true
      else if (other?.piece !== state.piece && !(other && notesOf(state, surroundings).includes(other)))
        this.isOpen = true
    },
  }
}

function passageOver(now: () => Surroundings, look: (at: number) => void): Passage {
  return {
    get document() {
      return now().document
    },
    sentences(at) {
      look(at)
      return now().states[at]?.sentences ?? []
    },
    headings: (at) => now().states[at]?.path.map((state) => state.at) ?? [],
    leadIns: (at) => leadInsOf(now().document.blocks, at),
    headerCells: (at) => headerCellsOf(now().document.blocks, at),
    row: (at) => rowOf(now().document.blocks, at),
    footnotes: (label) =>
      now()
        .footnotes.get(label)
        ?.map((state) => state.at) ?? [],
  }
}

const voiceOver =
  (now: () => Surroundings, log: () => Log): (() => Voice) =>
  () => {
    const { own, ownNames, mood } = now().voice
    return {
      get own() {
        log().voice.own = own
        return own
      },
      get ownNames() {
        log().voice.ownNames = ownNames
        return ownNames
      },
      mood,
    }
  }

function holds(
  reading: BlockReading,
  state: BlockState,
  surroundings: Surroundings,
  judge: Judge | undefined,
): boolean {
  const { states, voice } = surroundings
  return (
    !reading.isOpen &&
    reading.path === state.path &&
    reading.before === states[state.at - 1] &&
    (reading.voice.own ?? voice.own) === voice.own &&
    (reading.voice.ownNames === undefined || sameNames(reading.voice.ownNames, voice.ownNames)) &&
    (isFarFrom(surroundings.changed, state.at) || same(reading.leads, leadsOf(state, surroundings))) &&
    same(reading.notes, notesOf(state, surroundings)) &&
    (reading.opening === undefined || same(reading.opening, states.slice(0, OPENING))) &&
    (judge === undefined ||
      reading.undecided.every((undecided) => decidesAlike(judge.balance, undecided, reading.mood, voice.mood)))
  )
}

/** What introduces an item is looked for among the blocks right before it, and those are what they were. */
const isFarFrom = ({ start, end }: Span, at: number): boolean => at < start || at >= end + LOOK_BACK

function leadsOf({ block, at }: BlockState, { document, states }: Surroundings): readonly BlockState[] {
  return block.kind === 'list-item' ? leadInsOf(document.blocks, at).map((lead) => states[lead] as BlockState) : NONE
}

function notesOf({ labels }: BlockState, { footnotes }: Surroundings): readonly BlockState[] {
  return labels.length === 0 ? NONE : labels.flatMap((label) => footnotes.get(label) ?? [])
}

const same = (one: readonly BlockState[], other: readonly BlockState[]): boolean =>
  one === other || (one.length === other.length && one.every((state, at) => state === other[at]))

const sameNames = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one === other || (one.size === other.size && [...one].every((name) => other.has(name)))
