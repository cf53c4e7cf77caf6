import { clauseOf } from '../language/clauses.js'
import type { Occurrence } from '../language/matcher.js'
import type { Sentence } from '../language/sentence.js'
import type { Claim, Filler } from './claim.js'
import type { PreparedPattern, PreparedSlot } from './prepare.js'

/** Where a sentence stands and what may lend it a means: the sentence before, or the cell that heads its row. */
export interface Place {
  readonly block: number
  readonly sentence: number
  readonly lenders: readonly Sentence[]
}

/** Slots of one claim stand at most this many tokens apart. */
const LARGEST_GAP = 12
const LARGEST_EXTENT = 34

/** The tightest way to fill a pattern's slots in a sentence, or nothing. */
export function assemble(pattern: PreparedPattern, sentence: Sentence, place: Place): Claim | undefined {
  const candidates = pattern.slots.map((slot) => sentence.occurrences.filter(({ concept }) => slot.has[concept] === 1))
  const lent = lend(pattern, candidates, place.lenders)
  if (!lent) return undefined
  const own = pattern.slots.map((_, at) => (lent.has(at) ? undefined : candidates[at]))
  const chosen = tightest(own, sentence, pattern)
  if (!chosen) return undefined
  const fillers = pattern.slots.map((slot, at): Filler => {
    const before = lent.get(at)
    return { name: slot.name, occurrence: before ?? (chosen[at] as Occurrence), before: before !== undefined }
  })
  return claimOf(pattern, fillers, place)
}

/** Only a means may be lent, and only where the pattern says so. */
function lend(
  { slots, reach }: PreparedPattern,
  candidates: readonly (readonly Occurrence[])[],
  lenders: readonly Sentence[],
): Map<number, Occurrence> | undefined {
  const lent = new Map<number, Occurrence>()
  for (const [at, slot] of slots.entries()) {
    if ((candidates[at] as readonly Occurrence[]).length > 0) continue
    const borrowed = slot.name === 'means' && reach === 'next' ? firstIn(lenders, slot) : undefined
    if (!borrowed) return undefined
    lent.set(at, borrowed)
  }
  return lent
}

function firstIn(lenders: readonly Sentence[], slot: PreparedSlot): Occurrence | undefined {
  for (const { occurrences } of lenders) {
    const found = occurrences.find(({ concept }) => slot.has[concept] === 1)
    if (found) return found
  }
  return undefined
}

type Choice = (Occurrence | undefined)[]

function tightest(
  candidates: readonly (readonly Occurrence[] | undefined)[],
  sentence: Sentence,
  pattern: PreparedPattern,
): Choice | undefined {
  let best: Choice | undefined
  let bestExtent = LARGEST_EXTENT + 1
  let tries = 0
  const choose = (at: number, chosen: Choice): void => {
    if (tries++ > MOST_TRIES) return
    if (at === candidates.length) {
      const extent = extentOf(chosen)
      if (extent < bestExtent && fits(chosen, sentence, pattern)) {
        best = [...chosen]
        bestExtent = extent
      }
      return
    }
    for (const one of candidates[at] ?? [undefined]) {
      if (one && chosen.some((other) => other && clash(one, other, pattern.slots[at] as PreparedSlot))) continue
      choose(at + 1, [...chosen, one])
    }
  }
  choose(0, [])
  return best
}

/** A long list of the same words could otherwise be combined without end. */
const MOST_TRIES = 400

/** Two slots need words of their own; what only colours a claim (`with`) may lie inside them. */
const clash = (a: Occurrence, b: Occurrence, slot: PreparedSlot): boolean =>
  slot.name !== 'with' && a.from < b.to && b.from < a.to

function extentOf(chosen: Choice): number {
  const { from, to } = bounds(chosen.filter((one) => one !== undefined && one.to > 0) as Occurrence[])
  return to - from
}

function bounds(occurrences: readonly Occurrence[]): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const one of occurrences) {
    from = Math.min(from, one.from)
    to = Math.max(to, one.to)
  }
  return { from: Number.isFinite(from) ? from : 0, to }
}

function fits(chosen: Choice, sentence: Sentence, { ordered, reach }: PreparedPattern): boolean {
  const here = chosen.filter((one) => one !== undefined && one.to > 0) as Occurrence[]
  if (ordered && here.some((one, at) => at > 0 && one.from < (here[at - 1] as Occurrence).from)) return false
  const inOrder = [...here].sort((a, b) => a.from - b.from)
  let reached = inOrder[0]?.to ?? 0
  for (const one of inOrder) {
    if (one.from - reached > LARGEST_GAP) return false
    reached = Math.max(reached, one.to)
  }
  return inOrder.length < 2 || joined(sentence, inOrder, reach)
}

const PARTING = new Set(['condition', 'contrast', 'purpose', 'main'])

/** Whether the clauses between the first and the last slot belong together. */
function joined({ clauses }: Sentence, inOrder: readonly Occurrence[], reach: PreparedPattern['reach']): boolean {
  const first = clauseOf(clauses, (inOrder[0] as Occurrence).from)
  const last = clauseOf(clauses, (inOrder.at(-1) as Occurrence).from)
  if (reach === 'clause') return first === last
  return clauses.slice(first + 1, last + 1).every(({ kind }) => !PARTING.has(kind))
}

function claimOf(pattern: PreparedPattern, fillers: readonly Filler[], place: Place): Claim {
  const here = fillers.filter(({ before, occurrence }) => !before && occurrence.to > 0)
  const core = here.filter(({ name }) => name === 'relation' || name === 'property' || name === 'with')
  const all = bounds(here.map(({ occurrence }) => occurrence))
  const inner = core.length > 0 ? bounds(core.map(({ occurrence }) => occurrence)) : all
  return {
    rule: pattern.rule,
    pattern: `claim ${pattern.claim}`,
    block: place.block,
    sentence: place.sentence,
    fillers,
    ...all,
    coreFrom: inner.from,
    coreTo: inner.to,
    fullness: fillers.reduce((sum, { name, before }) => sum + (before ? 0.5 : WEIGHT[name]), 0),
  }
}

/** A named means says most about what kind of claim it is. */
const WEIGHT = { means: 2, relation: 1, property: 1, subject: 0.5, with: 0.5, phrase: 2.5 } as const
