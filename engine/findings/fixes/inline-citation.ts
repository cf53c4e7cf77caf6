import type { Document } from '../../document/block.js'
import { toSource } from '../../document/source-map.js'
import type { Limitation, Reference } from '../../rules/pack.js'
import { citeShort, sourceOf } from '../cite.js'
import type { CitationStyle } from './citation-style.js'
import type { Wanted } from './cite.js'
import { type Edit, insertion } from './edit.js'
import { CLOSERS, type ClaimPlace } from './place.js'

export type InlineStyle = Exclude<CitationStyle, 'footnote'>

/** Citations in the sentences themselves; claims of one sentence share one. */
export function inlineCitations(
  style: InlineStyle,
  wanted: readonly Wanted[],
  document: Document,
  pack: Reference,
): readonly Edit[] {
  const byPlace = new Map<number, { readonly space: string; readonly limitations: Limitation[] }>()
  for (const { place, limitation } of wanted) {
    const { at, space, there } = citationPlace(place, document.source)
    if (there.includes(pack.knowledge.report.key) || there.includes(`${pack.knowledge.report.short} `)) continue
    const here = byPlace.get(at) ?? { space, limitations: [] }
    if (!here.limitations.includes(limitation)) here.limitations.push(limitation)
    byPlace.set(at, here)
  }
  return [...byPlace].map(([at, { space, limitations }]) => {
    const citation = WRITERS[style](limitations, document, pack)
    return insertion(at, `${style === 'latex' && space === ' ' ? '~' : space}${citation}`)
  })
}

type Writer = (limitations: readonly Limitation[], document: Document, pack: Reference) => string

const WRITERS: Readonly<Record<InlineStyle, Writer>> = {
  pandoc: (limitations, _, { knowledge }) => `[@${knowledge.report.key}, ${pages(limitations, ' ')}]`,
  latex: (limitations, { source }, { knowledge }) =>
    `${citeCommand(source)}[${pages(limitations, '~')}]{${knowledge.report.key}}`,
  text: (limitations, _, { knowledge }) => `(${inWords(limitations, knowledge)})`,
  link: (limitations, _, { knowledge }) => {
    const works = limitations.flatMap(({ sources }) => sources.flatMap((id) => sourceOf(knowledge, id) ?? []))
    const linked = works.find(({ url }) => url !== null)
    return linked
      ? `([${citeShort(linked)}](${linked.url}), after ${inWords(limitations, knowledge)})`
      : `(${inWords(limitations, knowledge)})`
  },
}

/** `Janků et al. n.d., p. 17` */
const inWords = (limitations: readonly Limitation[], { report }: Reference['knowledge']): string =>
  `${report.short} ${report.year}, ${pages(limitations, ' ')}`

/** `p. 17`, `pp. 17, 21` */
function pages(limitations: readonly Limitation[], space: string): string {
  const all = [...new Set(limitations.map(({ page }) => page))].sort((a, b) => a - b)
  return `${all.length > 1 ? 'pp' : 'p'}.${space}${all.join(', ')}`
}

const COMMAND = /\\(?:paren|auto|foot|text)?cite[pt]?(?=[[{])/g

/** The command that the document uses most. */
function citeCommand(source: string): string {
  const counts = new Map<string, number>()
  for (const [command] of source.matchAll(COMMAND)) counts.set(command, (counts.get(command) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\\cite'
}

/**
 * Inside the sentence, before its last stop; behind it where markup or a quotation ends with it, so that nothing stands in a link or
 * in somebody's words. `there` is what stands around the place.
 */
function citationPlace({ block, span }: ClaimPlace, source: string): { at: number; space: string; there: string } {
  const { start, end } = toSource(block.map, span)
  const closers = CLOSERS.exec(source.slice(end, Math.max(end, block.span.end)))?.[0] ?? ''
  const there = source.slice(start, Math.min(end + closers.length + 80, Math.max(end, block.span.end)))
  const stops = /[.!?…]+\)?$/.exec(source.slice(Math.max(start, end - 12), end))?.[0].length ?? 0
  const at = closers === '' ? end - stops : end + closers.length
  return { at, space: /\s$/.test(source.slice(0, at).slice(-1)) ? '' : ' ', there }
}
