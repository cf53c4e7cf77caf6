import type { Evidence } from './balance.js'
import type { JudgeModel } from './model.js'

/** A sentence with the evidence on it, as weighed by a judge that was not trained on its document. */
export interface Case {
  readonly evidence: readonly Evidence[]
  readonly isClaim: boolean
  /** How much it counts. */
  readonly weight: number
}

const ROUNDS = 60
const RATE = 0.3
/** Evidence that is seldom seen may not weigh much. */
const RESTRAINT = 0.5

/** Logistic regression by AdaGrad over a few dozen kinds of evidence. `sure` moves the line: more asks for more evidence. */
export function fitBalance(cases: readonly Case[], sure: number): JudgeModel['balance'] {
  const weights = new Map<string, number>()
  const slopes = new Map<string, number>()
  let bias = 0
  let biasSlope = 1
  const pull = RESTRAINT / Math.max(cases.length, 1)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { evidence, isClaim, weight: counts } of cases) {
      const sum = evidence.reduce((total, { name, value }) => total + (weights.get(name) ?? 0) * value, bias)
      const error = (1 / (1 + Math.exp(-sum)) - (isClaim ? 1 : 0)) * counts
      biasSlope += error * error
      bias -= (RATE * error) / Math.sqrt(biasSlope)
      for (const { name, value } of evidence) {
        const weight = weights.get(name) ?? 0
        const slope = error * value + pull * weight
        const seen = (slopes.get(name) ?? 1) + slope * slope
        slopes.set(name, seen)
        weights.set(name, weight - (RATE * slope) / Math.sqrt(seen))
      }
    }
  }
  const rounded = [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => [name, round3(weight)])
  return { bias: round3(bias - sure), weights: Object.fromEntries(rounded) }
}

const round3 = (value: number): number => Math.round(value * 1000) / 1000
