import type { Block } from '../document/block.js'
import { toSource } from '../document/source-map.js'
import type { Span } from '../document/span.js'
import type { Sentence } from '../language/sentence.js'
import type { Knowledge } from '../rules/pack.js'

/** A benchmark named in a text. */
export interface Mention extends Span {
  readonly benchmark: string
}

/** Finds names of benchmarks in blocks; spans are those of the blocks' source maps. */
export type MentionFinder = (block: Block, sentences: () => readonly Sentence[]) => Mention[]

/** A quick look for any name comes first, since most paragraphs name no benchmark and reading concepts is dear. */
export function mentionFinder(concepts: readonly string[], { benchmarks }: Knowledge): MentionFinder {
  const names = benchmarks.flatMap(({ name, aliases, exactCase }) => [name, ...aliases, ...exactCase])
  const cue = new RegExp(names.map(loosely).join('|'), 'i')
  const ids = concepts.map((concept) => (concept.startsWith('benchmark.') ? (concept.split('.').at(-1) ?? '') : ''))
  const known = new Set(benchmarks.map(({ id }) => id))
  return (block, sentences) => {
    if (!cue.test(block.text)) return []
    return sentences().flatMap(({ tokens, occurrences }) =>
      occurrences.flatMap(({ concept, from, to }) => {
        const benchmark = ids[concept] ?? ''
        if (to === from || !known.has(benchmark)) return []
        const words = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
        return [{ benchmark, ...toSource(block.map, words) }]
      }),
    )
  }
}

/** A name with any white space or hyphen where it has one. */
const loosely = (name: string): string =>
  name
    .split(/[\s_-]+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s_-]*')
