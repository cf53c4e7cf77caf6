import type { Benchmark, Knowledge, Reference, Rule } from '../rules/pack.js'
import { percentOf } from './benchmark-words.js'
import { citeShort, sourceOf } from './cite.js'
import { describe } from './describe.js'
import type { Finding } from './finding.js'
import { missingInShort } from './missing-words.js'
import { remedy } from './remedy.js'
import { asSentence, shortened } from './words.js'

/** Links that a hover ends with; none is printed that is not given. */
export interface HoverLink {
  readonly title: string
  readonly href: string
}

/** No hover is longer, in UTF-16 units of Markdown, links included. */
export const longestHover = 899

/** A part of a hover. Those that may be cut share what the others leave, the first of them first. */
interface Part {
  readonly label?: string
  readonly text: string
  /** It may be cut to this length, or left out when that is 0. */
  readonly least?: number
}

/** What a finding says in an editor: the claim, why it fails, where the report says so, figures, what would be fair, links. */
export function findingHover(finding: Finding, pack: Reference, links: readonly HoverLink[] = []): string {
  const { limitation, section, page, figure, newer, instead } = remedy(finding, pack)
  const { report } = pack.knowledge
  const message = finding.missing ? missingInShort(finding.missing, pack) : describe(finding, pack)
  const named = escaped(section.split(' › ').at(-1) ?? section)
  const cite = page > 0 ? ` (${report.short}, ${report.year}, *${named}*, p. ${page})` : ''
  const shown = figure !== undefined && !message.includes(figure)
  return fitted(
    [
      { text: `**${escaped(message)}**` },
      ...(limitation === '' ? [] : [{ label: 'Why', text: `${escaped(limitation.replace(/\.$/, ''))}${cite}.` }]),
      ...(newer.length > 0 ? [{ label: 'Newer', text: escaped(newer.join(' ')), least: 160 }] : []),
      ...(shown ? [{ label: 'Figure', text: asSentence(escaped(figure)), least: 0 }] : []),
      ...(instead === '' ? [] : [{ label: 'Fair to write', text: escaped(instead), least: 130 }]),
    ],
    links,
  )
}

/** What is on record about a benchmark, wherever its name stands. */
export function benchmarkHover(benchmark: Benchmark, knowledge: Knowledge, links: readonly HoverLink[] = []): string {
  const { name, measures, note, kind } = benchmark
  return fitted(
    [
      { text: `**${escaped(name)}** (${kind} benchmark)` },
      { text: asSentence(escaped(measures)) },
      ...recordOf(benchmark, knowledge),
      ...(note ? [{ label: 'Note', text: asSentence(escaped(note)), least: 0 }] : []),
    ],
    links,
  )
}

function recordOf(benchmark: Benchmark, knowledge: Knowledge): readonly Part[] {
  if (!benchmark.inStudy) return [{ text: 'No correlation with general capability is on record for it.' }]
  const { correlation, split, against, interval, models, verdict, splits } = benchmark
  const source = sourceOf(knowledge, benchmark.source)
  const study = source ? `${citeShort(source)}` : ''
  const what = against === 'capabilities score' ? 'general capability' : against
  if (!correlation) {
    const shown = splits.slice(0, 4).map((one) => `${one.name} ${percentOf(one.correlation, true)}`)
    const figures = shown.length > 0 ? `by part only: ${shown.join(', ')}` : 'no figure may be printed'
    return [{ label: `Correlation with ${what}`, text: `${escaped(figures)} (${study}).` }]
  }
  const figures = [
    correlation.vision === undefined ? '' : `${percentOf(correlation, benchmark.signConfirmed)} on vision models`,
    correlation.chat === null
      ? ''
      : `${percentage(correlation.chat, benchmark)} on ${models?.chat ?? 'the'} chat models`,
    correlation.base === null
      ? ''
      : `${percentage(correlation.base, benchmark)} on ${models?.base ?? 'the'} base models`,
  ].filter((figure) => figure !== '')
  const range = interval ? `; 95 % interval on chat models ${interval.map((end) => end.toFixed(1)).join(' to ')}` : ''
  const part = split ? ` (${split})` : ''
  return [
    { label: `Correlation with ${what}${escaped(part)}`, text: `${figures.join(', ')}${range} (${study}).` },
    ...(verdict ? [{ label: 'The study calls it', text: asSentence(escaped(verdict)) }] : []),
  ]
}

const percentage = (value: number, { signConfirmed }: Benchmark): string =>
  signConfirmed ? `${value.toFixed(1)} %` : `${Math.abs(value).toFixed(1)} % (direction not confirmed)`

/** A rule named in a directive or a configuration. */
export function ruleHover({ id, title, severity, what, why }: Rule, links: readonly HoverLink[] = []): string {
  return fitted(
    [
      { text: `**${escaped(title)}** (\`${id}\`, ${severity})` },
      { text: escaped(what) },
      { text: escaped(why), least: 0 },
    ],
    links,
  )
}

const SEPARATOR = '\n\n'
/** Fewer units than this say nothing: the part goes. */
const SHORTEST = 60

/** Parts as paragraphs. What may be cut gets what it must have, and then, in order, what is left. */
function fitted(parts: readonly Part[], links: readonly HoverLink[]): string {
  const footer = links.map(({ title, href }) => `[${title}](${href})`).join(' · ')
  const shown = (all: readonly Part[]): string =>
    [...all.map(partText), footer].filter((text) => text !== '').join(SEPARATOR)
  let room = longestHover - shown(parts.map((part) => ({ ...part, text: part.text.slice(0, part.least) }))).length
  const kept = parts.flatMap((part) => {
    if (part.least === undefined) return [part]
    const length = Math.min(part.text.length, part.least + Math.max(0, room))
    if (length < Math.min(SHORTEST, part.text.length)) return []
    room -= length - Math.min(part.least, part.text.length)
    return [{ ...part, text: shortened(part.text, length) }]
  })
  return shown(kept).slice(0, longestHover)
}

const partText = ({ label, text }: Part): string => (label ? `**${label}:** ${text}` : text)

/** Words as they are, whatever signs of Markdown stand in them. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ')
