import type { Pack } from '../../engine/rules/pack.js'
import type { Labelled } from './labelled.js'
import { measured, scoreEach, without } from './measure.js'
import type { Results } from './results.js'
import type { Score, Tally } from './score.js'
import type { QualitySet } from './sets.js'

/** A set with the score of each of its documents, in their order. */
export interface Scored {
  readonly set: QualitySet
  readonly documents: readonly Labelled[]
  readonly scores: readonly Score[]
}

/** The figures of record of a day; first scores and real text are measured apart from these. */
export function resultsOf(scored: readonly Scored[], pack: Pack, date: string): Omit<Results, 'first' | 'real'> {
  const aside = scored.filter(({ set }) => set.isKeptAside)
  const scores = aside.flatMap((one) => one.scores)
  const documents = aside.flatMap((one) => one.documents)
  return {
    date,
    sets: Object.fromEntries(
      scored.map((one) => [
        one.set.id,
        {
          title: one.set.title,
          whole: measured(one.scores),
          frames: measured(scoreEach(one.documents, without.judge(pack))),
          judge: measured(scoreEach(one.documents, without.frames(pack))),
        },
      ]),
    ),
    rules: Object.fromEntries(byRule(scores)),
    registers: byRegister(documents, scores),
    reasons: byReason(scores),
  }
}

function byRegister(documents: readonly Labelled[], scores: readonly Score[]): Results['registers'] {
  const names = [...new Set(documents.map(({ register }) => register))].sort()
  return Object.fromEntries(
    names.map((name) => {
      const own = scores.filter((_, at) => documents[at]?.register === name)
      return [name, { documents: own.length, whole: measured(own) }]
    }),
  )
}

function byReason(scores: readonly Score[]): Results['reasons'] {
  const sums: Record<string, { clean: number; kept: number }> = {}
  for (const [why, { clean, kept }] of scores.flatMap(({ reasons }) => [...reasons])) {
    const sum = sums[why] ?? { clean: 0, kept: 0 }
    sums[why] = { clean: sum.clean + clean, kept: sum.kept + kept }
  }
  return sums
}

export function byRule(scores: readonly Score[]): [string, Tally][] {
  const rules = new Map<string, Tally>()
  for (const [rule, one] of scores.flatMap((score) => [...score.rules])) {
    const sum = rules.get(rule) ?? { labelled: 0, detected: 0, named: 0, alarms: 0 }
    rules.set(rule, {
      labelled: sum.labelled + one.labelled,
      detected: sum.detected + one.detected,
      named: sum.named + one.named,
      alarms: sum.alarms + one.alarms,
    })
  }
  return [...rules].sort(([a], [b]) => (a < b ? -1 : 1))
}
