import type { Benchmark, BenchmarkSplit, Correlation, Knowledge } from '../rules/pack.js'
import { citeShort, sourceOf } from './cite.js'
import { asSentence, listed } from './words.js'

/**
 * What is on record about the benchmarks that a claim names, as sentences; empty when it names none.
 * `claim` is the claim's own words: a split that stands in them gets its own figure.
 */
export function benchmarkRecord(ids: readonly string[], claim: string, knowledge: Knowledge): string {
  const known = ids.slice(0, MOST).map((id) => knowledge.benchmarks.find((benchmark) => benchmark.id === id) ?? id)
  const inStudy = known.filter((one): one is Benchmark => typeof one !== 'string' && one.inStudy)
  const outside = known.filter((one) => typeof one === 'string' || !one.inStudy)
  const names = outside.map((one) => (typeof one === 'string' ? one : one.name))
  const sentences = inStudy.map((benchmark) => asSentence(benchmarkWords(benchmark, claim, knowledge)))
  if (names.length > 0) sentences.push(`No correlation with general capability is on record for ${listed(names)}.`)
  return sentences.join(' ')
}

const MOST = 3

/** One benchmark of the study: its figure with its conditions, or why there is none to print. */
export function benchmarkWords(benchmark: Benchmark, claim: string, knowledge: Knowledge): string {
  const split = splitNamed(benchmark, claim)
  const correlation = split?.correlation ?? benchmark.correlation
  if (!correlation) return withoutFigure(benchmark, knowledge)
  const name = split ? `${benchmark.name} (${split.name})` : benchmark.name
  const what = benchmark.against === 'capabilities score' ? 'general capability' : benchmark.against
  const figure = percentOf(correlation, benchmark.signConfirmed)
  const origin = originOf(benchmark, split ? null : benchmark.split, correlation, knowledge)
  if (split?.capabilityCorrelated ?? benchmark.capabilityCorrelated)
    return `${name} tracks ${what}: ${figure} ${origin}`
  return `${name} is on record with ${figure} against ${what} ${origin}, which does not make a score evidence of safety`
}

/** `81.2 %`; without a sign where the direction of the scale is not confirmed. */
export function percentOf(correlation: Correlation, signConfirmed: boolean): string {
  const value = correlation.chat ?? correlation.vision ?? correlation.base ?? 0
  return signConfirmed ? `${value.toFixed(1)} %` : `${Math.abs(value).toFixed(1)} % (direction not confirmed)`
}

/** `(MC1, 26 chat models, Ren et al. 2024)`: the conditions without which a figure is not printed. */
function originOf(benchmark: Benchmark, split: string | null, correlation: Correlation, knowledge: Knowledge): string {
  const parts = [split, modelsOf(benchmark, correlation), citationOf(benchmark, knowledge)]
  return `(${parts.filter((part) => part !== null).join(', ')})`
}

function modelsOf({ models }: Benchmark, correlation: Correlation): string | null {
  if (correlation.chat !== null && models?.chat) return `${models.chat} chat models`
  return correlation.vision === undefined ? null : 'vision models'
}

function citationOf({ source }: Benchmark, knowledge: Knowledge): string | null {
  const found = sourceOf(knowledge, source)
  return found ? citeShort(found) : null
}

/** Several splits and none for the bare name, or a figure that is not safe to print. */
function withoutFigure(benchmark: Benchmark, knowledge: Knowledge): string {
  if (benchmark.splits.length === 0) return benchmark.note ?? `No figure may be printed for ${benchmark.name}`
  const shown = benchmark.splits
    .slice(0, MOST)
    .map(({ name, correlation }) => `${name} ${percentOf(correlation, true)}`)
  const more = benchmark.splits.length - shown.length
  const figures = listed(more > 0 ? [...shown, `${more} more`] : shown)
  const origin = originOf(benchmark, null, benchmark.splits[0]?.correlation ?? NOTHING, knowledge)
  return `${benchmark.name} is on record by split only: ${figures} ${origin}`
}

const NOTHING: Correlation = { chat: null, base: null }

/** A split counts when it stands beside the benchmark's name ("BBQ Disambiguated") or is called one ("the QA split"). */
function splitNamed({ name, aliases, splits }: Benchmark, claim: string): BenchmarkSplit | undefined {
  const words = plain(claim)
  const says = (...parts: readonly string[]) => words.includes(plain(parts.join(' ')))
  return splits.find(
    (split) =>
      [name, ...aliases].some((one) => says(one, split.name) || says(split.name, one)) ||
      ['split', 'subset', 'task', 'category'].some((part) => says(split.name, part)),
  )
}

/** Words alone, in lower case, with a space before and after each. */
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
