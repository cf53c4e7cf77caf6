import { type JudgeModel, toBase64 } from './model.js'

/** One sentence to learn from: its features, and the rule it breaks if any. */
export interface Lesson {
  readonly features: Uint32Array
  /** What the gate sees of it. */
  readonly glance: Uint32Array
  /** What the choice among rules rests on. */
  readonly topic: Uint32Array
  readonly rule: string | null
  /** How much it counts. */
  readonly weight: number
}

export interface TrainingPlan {
  readonly detectorBits: number
  readonly namerBits: number
  readonly gateBits: number
  /** The share of claims that the gate may pass by, measured on lessons that it was not trained on. */
  readonly gateLoss: number
  readonly rounds: number
  /** Small steps keep rare words from deciding alone; the namer has few lessons for each rule and needs larger ones. */
  readonly rate: number
  readonly namerRate: number
  readonly decay: number
  /** Every random choice comes from here. */
  readonly seed: number
}

export const usualPlan: TrainingPlan = {
  detectorBits: 20,
  namerBits: 14,
  gateBits: 17,
  gateLoss: 0.03,
  rounds: 10,
  rate: 0.02,
  namerRate: 0.15,
  decay: 1e-3,
  seed: 7,
}

/** Logistic regression for the detector and softmax regression for the namer, by AdaGrad. The same lessons give the same weights. */
export function train(lessons: readonly Lesson[], plan: TrainingPlan): Pick<JudgeModel, 'gate' | 'detector' | 'namer'> {
  return { ...trainDetector(lessons, plan), namer: trainNamer(lessons, plan) }
}

/** What finds claims, without the choice among rules. */
export const trainDetector = (
  lessons: readonly Lesson[],
  plan: TrainingPlan,
): Pick<JudgeModel, 'gate' | 'detector'> => ({
  gate: trainGate(lessons, plan),
  detector: packed(detect(lessons, plan, plan.detectorBits, byFeatures), COARSENESS.detector),
})

/** A namer for which all rules are alike, where only finding matters. */
export const blindNamer = (rules: readonly string[]): JudgeModel['namer'] => ({
  bits: 0,
  scale: 0,
  rules,
  bias: rules.map(() => 0),
  weights: toBase64(new Int8Array(rules.length)),
})

type Look = (lesson: Lesson) => Uint32Array
const byFeatures: Look = ({ features }) => features
const byGlance: Look = ({ glance }) => glance

interface Weights {
  readonly bits: number
  readonly weights: Float64Array
  readonly bias: number
}

function detect(lessons: readonly Lesson[], plan: TrainingPlan, bits: number, look: Look): Weights {
  const size = 1 << bits
  const weights = new Float64Array(size)
  const seen = new Float64Array(size).fill(1)
  let bias = 0
  for (const lesson of rounds(lessons, plan)) {
    const at = look(lesson)
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
  return { bits, weights, bias }
}

function packed({ bits, weights, bias }: Weights, coarseness: number): JudgeModel['detector'] {
  const { bytes, scale } = quantise(weights, coarseness)
  return { bits, scale, bias, weights: toBase64(bytes) }
}

/** The threshold comes from one half of the lessons scored by weights that were trained on the other. */
function trainGate(lessons: readonly Lesson[], plan: TrainingPlan): JudgeModel['gate'] {
  const half = detect(
    lessons.filter((_, at) => at % 2 === 0),
    plan,
    plan.gateBits,
    byGlance,
  )
  const scores = lessons.flatMap((lesson, at) => (at % 2 === 1 && lesson.rule ? [scoreOf(half, lesson.glance)] : []))
  const threshold = scores.sort((a, b) => a - b)[Math.floor(scores.length * plan.gateLoss)] ?? 0
  return { ...packed(detect(lessons, plan, plan.gateBits, byGlance), COARSENESS.gate), threshold }
}

function scoreOf({ weights, bias }: Weights, glance: Uint32Array): number {
  let sum = bias
  for (const hash of glance) sum += weights[hash & (weights.length - 1)] as number
  return sum
}

function trainNamer(lessons: readonly Lesson[], plan: TrainingPlan): JudgeModel['namer'] {
  const claims = lessons.filter(({ rule }) => rule !== null)
  const rules = [...new Set(claims.map(({ rule }) => rule as string))].sort()
  const size = 1 << plan.namerBits
  const weights = new Float64Array(size * rules.length)
  const seen = new Float64Array(size * rules.length).fill(1)
  const bias = new Array<number>(rules.length).fill(0)
  for (const { topic, rule } of rounds(claims, plan)) {
    const shares = softmax(sums(topic, weights, bias, size))
    shares.forEach((share, number) => {
      const error = share - (rules[number] === rule ? 1 : 0)
      if (Math.abs(error) < 1e-4) return
      bias[number] = (bias[number] as number) - plan.namerRate * 0.1 * error
      for (const hash of topic) {
        const place = (hash & (size - 1)) * rules.length + number
        seen[place] = (seen[place] as number) + error * error
        weights[place] = (weights[place] as number) - (plan.namerRate * error) / Math.sqrt(seen[place] as number)
      }
    })
  }
  const { bytes, scale } = quantise(weights, COARSENESS.namer)
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

/** How many of 127 steps are one. Compressed the tables are well under half as large; it cost two points of recall on the documents we develop on. */
const COARSENESS = { detector: 8, namer: 8, gate: 3 } as const

function quantise(weights: Float64Array, coarseness: number): { bytes: Int8Array; scale: number } {
  let most = 1e-9
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  const fine = most / 127
  const step = (weight: number): number => {
    const steps = Math.abs(Math.round(weight / fine)) / coarseness
    return Math.sign(weight) * Math.ceil(steps - 0.5)
  }
  return { bytes: Int8Array.from(weights, step), scale: fine * coarseness }
}
