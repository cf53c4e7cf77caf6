import type { Span } from '../document/span.js'
import type { Token } from '../language/tokens.js'
import { type Balance, balanceFrom } from './balance.js'
import { wordRows } from './features/words.js'
import {
  collectBeyondWords,
  collectFeatures,
  collectGlance,
  collectTopic,
  type FeatureSink,
  type Seen,
} from './features.js'
import { type JudgeModel, tableOf } from './model.js'

/** A second opinion on a sentence: log-odds that it overclaims. */
export interface Judge {
  /** The rules that it was trained on; of others it has no opinion. */
  readonly knows: (rule: string) => boolean
  /** Whether a sentence is worth a second look, by its words alone. */
  passes(tokens: readonly Token[]): boolean
  /** Log-odds at a glance: by single words and pairs. */
  glance(tokens: readonly Token[]): number
  score(seen: Seen): number
  /** The score of a sentence that passes; nothing of one that does not. Quicker than to ask both. */
  hear(seen: Seen): number | undefined
  /** How well each rule fits: probabilities over all rules that the judge knows. */
  fits(seen: Seen): ReadonlyMap<string, number>
  /** The run of tokens that speaks loudest for a claim; `end` is exclusive. */
  loudest(seen: Seen): Span
  readonly balance: Balance
  /** Features by weight, the loudest first. */
  reasons(seen: Seen): { readonly name: string; readonly weight: number }[]
}

export function judgeFrom(model: JudgeModel): Judge {
  const { detector, namer, gate } = model
  const names = tableOf(namer.weights, namer.rules.length << namer.bits)
  const weightOf = weightsOf(detector)
  const glance = glanceFrom(gate)
  const sum = new Sum(tableOf(detector.weights, 1 << detector.bits), detector)
  const byWords = (tokens: readonly Token[]): number => {
    sum.begin()
    wordRows({ tokens }, sum)
    return sum.logOdds()
  }
  /** With the words in the sum already. */
  const byAllElse = (seen: Seen): number => {
    collectBeyondWords(seen, sum)
    return sum.logOdds()
  }

  return {
    knows: (rule) => namer.rules.includes(rule),
    passes: (tokens) => glance(tokens) >= gate.threshold && byWords(tokens) >= PLAIN_WORDS,
    glance,
    balance: balanceFrom(model.balance),
    score(seen) {
      byWords(tokensOf(seen))
      return byAllElse(seen)
    },
    hear(seen) {
      const tokens = tokensOf(seen)
      if (glance(tokens) < gate.threshold || byWords(tokens) < PLAIN_WORDS) return undefined
      return byAllElse(seen)
    },
    fits: (seen) => ruleFits(seen, namer, names),
    loudest: (seen) => loudestRun(seen, weightOf),
    reasons(seen) {
      const found: { name: string; weight: number }[] = []
      collectFeatures(seen, {
        named: true,
        add: (hash, name) => void found.push({ name: name(), weight: weightOf(hash) }),
      })
      return found.filter(({ weight }) => weight !== 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    },
  }
}

/**
 * A sentence whose words alone score lower is passed by, and the search for concepts, which costs most, is spared: two thirds of a report on
 * safety, four fifths of other prose. It also keeps concepts from speaking against plain words.
 */
const PLAIN_WORDS = -2.2

/** So far below the line that what stands around a sentence is not read any more: in labelled documents it never added more than 0.5. */
const PLAINLY_CLEAN = -3

const tokensOf = ({ passage, block, sentence }: Seen): readonly Token[] =>
  passage.sentences(block)[sentence]?.tokens ?? []

type Detector = JudgeModel['detector']

/** Adds up weights: one for all sentences, since making one for each costs more than the addition. */
class Sum implements FeatureSink {
  private sum = 0
  private readonly mask: number

  constructor(
    private readonly weights: Int8Array,
    private readonly model: Pick<Detector, 'bits' | 'scale' | 'bias'>,
  ) {
    this.mask = (1 << model.bits) - 1
  }

  begin(): void {
    this.sum = 0
  }

  add(hash: number): void {
    this.sum += this.weights[hash & this.mask] as number
  }

  enough(): boolean {
    return this.logOdds() < PLAINLY_CLEAN
  }

  logOdds(): number {
    return this.model.bias + this.sum * this.model.scale
  }
}

function weightsOf({ bits, scale, weights }: Detector): (hash: number) => number {
  const table = tableOf(weights, 1 << bits)
  const mask = (1 << bits) - 1
  return (hash) => (table[hash & mask] as number) * scale
}

function glanceFrom({ bits, scale, bias, weights }: JudgeModel['gate']): Judge['glance'] {
  const table = tableOf(weights, 1 << bits)
  const mask = (1 << bits) - 1
  return (tokens) => {
    let sum = 0
    collectGlance(tokens, (hash) => {
      sum += table[hash & mask] as number
    })
    return bias + sum * scale
  }
}

function ruleFits(seen: Seen, namer: JudgeModel['namer'], weights: Int8Array): Map<string, number> {
  const mask = (1 << namer.bits) - 1
  const count = namer.rules.length
  const sums = new Float64Array(count)
  collectTopic(seen, {
    add(hash) {
      const row = (hash & mask) * count
      for (let rule = 0; rule < count; rule++) sums[rule] = (sums[rule] as number) + (weights[row + rule] as number)
    },
  })
  const scores = [...sums].map((sum, at) => sum * namer.scale + (namer.bias[at] as number))
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return new Map(namer.rules.map((rule, at) => [rule, (powers[at] as number) / total]))
}

/** A token that says nothing costs a little, so that the run does not grow over the whole sentence. */
const COST = 0.04

function loudestRun(seen: Seen, weightOf: (hash: number) => number): Span {
  const tokens = tokensOf(seen)
  const loud = new Float64Array(tokens.length).fill(-COST)
  wordRows(
    { tokens },
    {
      add(hash, _, from = 0, to = 0) {
        const [first, last] = [Math.max(from, 0), Math.min(to, tokens.length)]
        const share = weightOf(hash) / Math.max(last - first, 1)
        for (let at = first; at < last; at++) loud[at] = (loud[at] as number) + share
      },
    },
  )
  return widened(largestRun(loud), tokens.length)
}

function largestRun(values: Float64Array): Span {
  let best = { start: 0, end: values.length }
  let most = Number.NEGATIVE_INFINITY
  let sum = 0
  let start = 0
  values.forEach((value, at) => {
    if (sum <= 0) {
      sum = 0
      start = at
    }
    sum += value
    if (sum > most) {
      most = sum
      best = { start, end: at + 1 }
    }
  })
  return best
}

/** At least four tokens, so that a reader sees a claim and not a word. */
function widened({ start, end }: Span, length: number): Span {
  const lacking = Math.max(0, 4 - (end - start))
  const from = Math.max(0, start - Math.floor(lacking / 2))
  return { start: from, end: Math.min(length, Math.max(end, from + 4)) }
}
