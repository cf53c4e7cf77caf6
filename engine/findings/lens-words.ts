import type { Knowledge } from '../rules/pack.js'
import { percentOf } from './benchmark-words.js'

/** Short words that an editor puts between the lines. */

export const findingsBelow = (count: number): string =>
  count === 1 ? '1 claim to look at' : `${count} claims to look at`

/** How many of the benchmarks in a table are on record as tracking capability; nothing where none is named. */
export function tableVerdict(named: readonly string[], { benchmarks }: Knowledge): string | undefined {
  const known = benchmarks.filter(({ id }) => named.includes(id))
  if (known.length === 0) return undefined
  const tracking = known.filter(({ capabilityCorrelated }) => capabilityCorrelated).length
  if (known.length === 1) {
    return `The benchmark here is ${tracking === 1 ? '' : 'not '}on record as tracking general capability`
  }
  return `${tracking} of ${known.length} benchmarks here are on record as tracking general capability`
}

/** `81.2 % with capability`, to stand behind a name; nothing where no figure may be printed for the name alone. */
export function correlationHint(id: string, { benchmarks }: Knowledge): string | undefined {
  const benchmark = benchmarks.find((one) => one.id === id)
  if (!benchmark?.correlation) return undefined
  const what = benchmark.against === 'capabilities score' ? 'capability' : benchmark.against
  return `${percentOf(benchmark.correlation, benchmark.signConfirmed)} with ${what}`
}
