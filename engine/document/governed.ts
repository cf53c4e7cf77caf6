import type { Directive, Document } from './block.js'
import { type BlockIndex, blockIndex } from './block-index.js'
import { endOfLine, startOfLine } from './directives.js'
import { itself, lastAtOrBefore } from './halving.js'
import { cover, type Span } from './span.js'

/**
 * The part of the source that each directive governs. `enable` governs nothing. Where a directive stands inside a paragraph, the next
 * sentence counts; a list item or a paragraph counts whole, however it is wrapped; a table counts whole, since no comment fits inside it.
 */
export function governedSpans(document: Document): (directive: Directive) => Span {
  const { source, blocks, directives } = document
  const index = blockIndex(blocks)
  const enables = enablesIn(directives)
  return (directive) => {
    const { kind, rules, end } = directive
    switch (kind) {
      case 'disable-file':
        return { start: 0, end: source.length }
      case 'disable':
        return { start: end, end: enables(rules, end) ?? source.length }
      case 'disable-line':
        return blocksOnLine(source, index, directive)
      case 'disable-next-line':
        return nextUnit(source, index, directive)
      case 'enable':
        return { start: end, end }
    }
  }
}

/** Where the next `enable` begins that names no rule, or one of the same rules: it is safer to report too much than to hide. */
function enablesIn(directives: readonly Directive[]): (rules: Directive['rules'], from: number) => number | undefined {
  const all: number[] = []
  const byRule = new Map<string, number[]>()
  for (const { kind, rules, start } of directives) {
    if (kind !== 'enable') continue
    all.push(start)
    for (const id of rules.length === 0 ? [ANY] : rules.map((rule) => rule.id)) {
      const places = byRule.get(id)
      if (places) places.push(start)
      else byRule.set(id, [start])
    }
  }
  return (rules, from) => {
    const lists = rules.length === 0 ? [all] : [ANY, ...rules.map(({ id }) => id)].map((id) => byRule.get(id) ?? [])
    const next = lists.flatMap((list) => firstFrom(list, from) ?? [])
    return next.length === 0 ? undefined : Math.min(...next)
  }
}

/** Stands for an `enable` without rules; no rule has this name. */
const ANY = ''

function firstFrom(places: readonly number[], from: number): number | undefined {
  const last = lastAtOrBefore(places, itself, from - 1)
  return places.slice(last, last + 2).find((place) => place >= from)
}

function blocksOnLine(source: string, index: BlockIndex, { start, end }: Directive): Span {
  const line = { start: startOfLine(source, start), end: endOfLine(source, end) }
  return index.at(line).reduce((all, { span }) => cover(all, span), line)
}

function nextUnit(source: string, index: BlockIndex, { end }: Directive): Span {
  const [around] = index.at({ start: end, end })
  const sentence = around && sentenceBehind(index.sentences(around), end)
  if (sentence) return sentence
  const next = index.from(end)
  if (!next) return { start: end, end: source.length }
  return next.kind === 'table-cell' ? (index.table(next.group) ?? next.span) : next.span
}

/** The first that ends behind an offset. */
function sentenceBehind(sentences: readonly Span[], offset: number): Span | undefined {
  const last = lastAtOrBefore(sentences, ({ end }) => end, offset)
  return sentences.slice(last, last + 2).find(({ end }) => end > offset)
}
