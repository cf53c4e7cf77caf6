import { type JudgeModel, toBase64 } from './model.js'

/** One sentence to learn from: its features, and the rule it breaks if any. */
export interface Lesson {
  readonly features: Int32Array | Uint32Array
  readonly rule: string | null
  /** How much it counts. */
  readonly weight: number
}

export interface TrainingPlan {
  readonly detectorBits: number
  readonly namerBits: number
  readonly rounds: number
  readonly rate: number
  readonly decay: number
  /** Every random choice comes from here. */
  readonly seed: number
}

export const usualPlan: TrainingPlan = { detectorBits: 18, namerBits: 13, rounds: 12, rate: 0.15, decay: 1e-5, seed: 7 }

/** Logistic regression for the detector and softmax regression for the namer, by AdaGrad. The same lessons give the same weights. */
export function train(lessons: readonly Lesson[], plan: TrainingPlan): Pick<JudgeModel, 'detector' | 'namer'> {
  return { detector: trainDetector(lessons, plan), namer: trainNamer(lessons, plan) }
}

function trainDetector(lessons: readonly Lesson[], plan: TrainingPlan): JudgeModel['detector'] {
  const size = 1 << plan.detectorBits
  const weights = new Float64Array(size)
  const seen = new Float64Array(size).fill(1)
  let bias = 0
  for (const lesson of rounds(lessons, plan)) {
    const at = lesson.features
    let sum = bias
    for (const hash of at) sum += weights[hash & (size - 1)] as number
    const error = (1 / (1 + Math.exp(-sum)) - (lesson.rule ? 1 : 0)) * lesson.weight
    bias -= plan.rate * 0.1 * error
    for (const hash of at) {
      const place = hash & (size - 1)
      const slope = error + plan.decay * (weights[place] as number)
      seen[place] = (seen[place] as number) + slope * slope
      weights[place] = (weights[place] as number) - (plan.rate * slope) / Math.sqrt(seen[place] as number)
    }
  }
  const { bytes, scale } = quantise(weights)
  return { bits: plan.detectorBits, scale, bias, weights: toBase64(bytes) }
}

function trainNamer(lessons: readonly Lesson[], plan: TrainingPlan): JudgeModel['namer'] {
  const claims = lessons.filter(({ rule }) => rule !== null)
  const rules = [...new Set(claims.map(({ rule }) => rule as string))].sort()
  const size = 1 << plan.namerBits
  const weights = new Float64Array(size * rules.length)
  const seen = new Float64Array(size * rules.length).fill(1)
  const bias = new Array<number>(rules.length).fill(0)
  for (const { features, rule } of rounds(claims, plan)) {
    const shares = softmax(sums(features, weights, bias, size))
    shares.forEach((share, number) => {
      const error = share - (rules[number] === rule ? 1 : 0)
      if (Math.abs(error) < 1e-4) return
      bias[number] = (bias[number] as number) - plan.rate * 0.1 * error
      for (const hash of features) {
        const place = (hash & (size - 1)) * rules.length + number
        seen[place] = (seen[place] as number) + error * error
        weights[place] = (weights[place] as number) - (plan.rate * error) / Math.sqrt(seen[place] as number)
      }
    })
  }
  const { bytes, scale } = quantise(weights)
  return { bits: plan.namerBits, scale, rules, bias, weights: toBase64(bytes) }
}

function sums(features: Lesson['features'], weights: Float64Array, bias: readonly number[], size: number): number[] {
  const out = [...bias]
  for (const hash of features) {
    const row = (hash & (size - 1)) * bias.length
    for (let at = 0; at < bias.length; at++) out[at] = (out[at] as number) + (weights[row + at] as number)
  }
  return out
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function* rounds(lessons: readonly Lesson[], { rounds: count, seed }: TrainingPlan): Generator<Lesson> {
  const random = randomFrom(seed)
  const order = [...lessons]
  for (let round = 0; round < count; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const held = order[at] as Lesson
      order[at] = order[other] as Lesson
      order[other] = held
    }
    yield* order
  }
}

/** A small generator of our own, so that the order is the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function quantise(weights: Float64Array): { bytes: Int8Array; scale: number } {
  let most = 1e-9
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  const scale = most / 127
  return { bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale }
}
