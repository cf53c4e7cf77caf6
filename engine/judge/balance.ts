import { loudness, type Mood } from '../claims/voice.js'
import type { JudgeModel } from './model.js'

/** One thing that speaks for or against a sentence, by name; most have the value 1. */
export interface Evidence {
  readonly name: string
  readonly value: number
}

/** A sentence of which all is known but the document around it: log-odds so far, and those at a glance. */
export interface Undecided {
  readonly sum: number
  readonly glance: number
}

/** Evidence of the document: a text full of doubts, and how many of its other sentences sound like claims. */
export function evidenceOfMood({ critical, sentences, heard }: Mood, glance: number): readonly Evidence[] {
  const others = Math.max(0, heard - loudness(glance)) / 1000
  const share = (others + USUAL_SHARE * PRIOR) / (Math.max(0, sentences - 1) + PRIOR)
  const density = Math.log(share / USUAL_SHARE)
  return [
    { name: 'critical text', value: critical },
    { name: 'claims around', value: Math.max(-MOST_SAID, Math.min(MOST_SAID, density)) },
  ]
}

/** A short text says little of itself: it counts as if so many more sentences, with the usual share of claims, stood in it. */
const PRIOR = 20
const USUAL_SHARE = 0.1
/** A lone overclaim in a neutral text is one all the same: the document may tip the balance and not decide alone. */
const MOST_SAID = 1

export interface Balance {
  /** Log-odds that the evidence makes. */
  weigh(evidence: readonly Evidence[]): number
  /** What the document adds to them. */
  lean(mood: Mood, glance: number): number
  readonly weightOf: (name: string) => number
}

export function balanceFrom({ bias, weights }: JudgeModel['balance']): Balance {
  const weightOf = (name: string): number => weights[name] ?? 0
  const sum = (evidence: readonly Evidence[]): number =>
    evidence.reduce((total, { name, value }) => total + weightOf(name) * value, 0)
  return {
    weigh: (evidence) => bias + sum(evidence),
    lean: (mood, glance) => sum(evidenceOfMood(mood, glance)),
    weightOf,
  }
}

/** Whether a sentence has the same outcome in two documents. */
export const decidesAlike = ({ lean }: Balance, { sum, glance }: Undecided, one: Mood, other: Mood): boolean =>
  sum + lean(one, glance) > 0 === sum + lean(other, glance) > 0
