import type { Block, Document } from '../../document/block.js'
import { toSource } from '../../document/source-map.js'
import type { Limitation, Reference } from '../../rules/pack.js'
import type { Settings } from '../../settings.js'
import { citeReport } from '../cite.js'
import { newerWords, qualifying } from '../remedy.js'
import type { Wanted } from './cite.js'
import { type Edit, insertion, lineEndOf } from './edit.js'
import { CLOSERS, type ClaimPlace, endOfLine } from './place.js'

/** A mark behind each claim, and behind the other footnotes those that are missing. */
export function footnotes(
  wanted: readonly Wanted[],
  document: Document,
  pack: Reference,
  settings: Settings,
): readonly Edit[] {
  const labels = labelsIn(document, pack)
  const marks = new Map<number, string[]>()
  const written: { label: string; text: string }[] = []
  for (const { rule, place, limitation } of wanted) {
    const { at, there } = behindSentence(place, document.source)
    const known = labels.of(limitation)
    const label = known ?? labels.add(limitation)
    const here = marks.get(at) ?? []
    if (there.includes(`[^${label}]`) || here.includes(label)) continue
    marks.set(at, [...here, label])
    if (known === undefined) written.push({ label, text: noteText(rule, limitation, pack, settings) })
  }
  const placed = [...marks].map(([at, here]) => insertion(at, here.map((label) => `[^${label}]`).join('')))
  return written.length === 0 ? placed : [...placed, definitions(written, document)]
}

/** What narrows or disputes a limitation is never left out where it is stated. */
function noteText(rule: string, limitation: Limitation, pack: Reference, settings: Settings): string {
  const newer = qualifying(rule, [limitation.id], pack).map((fact) => newerWords(fact, pack))
  return [`${referenceTo(limitation, pack, settings)}: ${limitation.limitation}`, ...newer].join(' ')
}

/** The report in full, as the citation library writes it, with section and page. */
function referenceTo(limitation: Limitation, { knowledge: { report } }: Reference, settings: Settings): string {
  const full = report.reference?.text[settings.citation?.references ?? 'apa']
  if (full === undefined) return citeReport(report, limitation)
  return `${full.replace(/\.$/, '')}, ${limitation.section}, p. ${limitation.page}`
}

/** Whether a footnote states this limitation, or cites its page and says nothing more. */
export function statesLimitation(
  { text }: Block,
  { limitation, page }: Limitation,
  { knowledge: { report } }: Pick<Reference, 'knowledge'>,
): boolean {
  if (!text.includes(report.short.split(' ')[0] as string)) return false
  return text.includes(limitation) || new RegExp(`\\bp\\. ${page}\\.?$`).test(text)
}

/** The labels of notes: of those that are there, and new ones in the manner of those. */
function labelsIn({ blocks, source }: Document, pack: Reference) {
  const taken = new Set([...source.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label = '']) => label.toLowerCase()))
  const notes = blocks.filter(({ kind, label }) => kind === 'footnote' && label)
  const added = new Map<string, string>()
  const areNumbers = taken.size > 0 && [...taken].every((label) => /^\d+$/.test(label))
  const { key } = pack.knowledge.report
  return {
    of: (limitation: Limitation): string | undefined =>
      added.get(limitation.id) ?? notes.find((block) => statesLimitation(block, limitation, pack))?.label,
    add(limitation: Limitation): string {
      const label = areNumbers ? nextNumber(taken) : freeLabel(`${key}-p${limitation.page}`, taken)
      taken.add(label)
      added.set(limitation.id, label)
      return label
    },
  }
}

const nextNumber = (taken: ReadonlySet<string>): string => String(Math.max(...[...taken].map(Number)) + 1)

function freeLabel(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}

/** Right behind the sentence with its stop, outside whatever markup ends with it; `there` is that markup and the notes that stand there. */
function behindSentence({ block, span }: ClaimPlace, source: string): { at: number; there: string } {
  const { end } = toSource(block.map, span)
  const there = CLOSERS.exec(source.slice(end, Math.max(end, block.span.end)))?.[0] ?? ''
  return { at: end + there.length, there }
}

/** Behind the footnotes that are there, else at the end of the text. */
function definitions(notes: readonly { label: string; text: string }[], { source, blocks }: Document): Edit {
  const line = lineEndOf(source)
  const text = notes.map((note) => `[^${note.label}]: ${note.text}`).join(line + line)
  const last = blocks.filter(({ kind, quoted }) => kind === 'footnote' && !quoted).at(-1)
  if (last) return insertion(endOfLine(source, last.span.end), `${line}${line}${text}`)
  const trailing = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(source)
    ? ''
    : /[\r\n]$/.test(source)
      ? line
      : line + line
  return insertion(source.length, `${trailing}${text}${line}`)
}
