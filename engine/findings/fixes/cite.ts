import type { Block, Document } from '../../document/block.js'
import { toSource } from '../../document/source-map.js'
import type { Limitation, Reference } from '../../rules/pack.js'
import { citeReport } from '../cite.js'
import type { Finding } from '../finding.js'
import { newerWords, qualifying } from '../remedy.js'
import { type Edit, insertion, lineEndOf } from './edit.js'
import { CLOSERS, type ClaimPlace, endOfLine, placeOf } from './place.js'

const WITH_FOOTNOTES = new Set(['markdown', 'mdx', 'quarto', 'rmd'])

/** Puts the limitation that a finding rests on beside the claim: as a footnote where the language has them, else as a reference in brackets. */
export function citeLimitation(finding: Finding, document: Document, pack: Reference): readonly Edit[] {
  const limitation = limitationOf(finding, pack)
  const place = limitation && placeOf(document, finding)
  if (!place) return []
  const inHtml = document.source.charAt(place.block.span.start) === '<'
  if (!WITH_FOOTNOTES.has(document.languageId) || inHtml) return [reference(place, document, limitation, pack)]
  return footnote(place, document, finding.rule, limitation, pack)
}

export function limitationOf({ rule }: Pick<Finding, 'rule'>, { rules, knowledge }: Reference): Limitation | undefined {
  const [first] = rules.find(({ id }) => id === rule)?.limitations ?? []
  return knowledge.limitations.find(({ id }) => id === first)
}

/** `(Janků et al. n.d., p. 17)`, inside the sentence, before its last stop. */
function reference(place: ClaimPlace, { source }: Document, { page }: Limitation, { knowledge }: Reference): Edit {
  const { short, year } = knowledge.report
  const { end } = toSource(place.block.map, place.span)
  const stops = /[.!?…]+["'”’)\]]*$/.exec(source.slice(Math.max(0, end - 12), end))?.[0].length ?? 0
  return insertion(end - stops, ` (${short} ${year}, p. ${page})`)
}

function footnote(
  place: ClaimPlace,
  document: Document,
  rule: string,
  limitation: Limitation,
  pack: Reference,
): readonly Edit[] {
  const known = definitionOf(limitation, document, pack)
  const label = known ?? freeLabel(`${pack.knowledge.report.key}-p${limitation.page}`, document)
  const mark = insertion(behindSentence(place, document.source), `[^${label}]`)
  return known === undefined ? [mark, definition(label, noteText(rule, limitation, pack), document)] : [mark]
}

/** What narrows or disputes a limitation is never left out where it is stated. */
function noteText(rule: string, limitation: Limitation, pack: Reference): string {
  const newer = qualifying(rule, [limitation.id], pack).map((fact) => newerWords(fact, pack))
  return [`${citeReport(pack.knowledge.report, limitation)}: ${limitation.limitation}`, ...newer].join(' ')
}

/** Whether a footnote states this limitation, or cites its page and says nothing more. */
export function statesLimitation(
  { text }: Block,
  { limitation, page }: Limitation,
  { knowledge }: Pick<Reference, 'knowledge'>,
): boolean {
  if (!text.includes(knowledge.report.short)) return false
  return text.includes(limitation) || new RegExp(`\\bp\\. ${page}\\.?$`).test(text)
}

/** The label of a footnote that does already. */
function definitionOf(limitation: Limitation, { blocks }: Document, pack: Reference): string | undefined {
  return blocks.find((block) => block.kind === 'footnote' && block.label && statesLimitation(block, limitation, pack))
    ?.label
}

function freeLabel(wanted: string, { blocks, source }: Document): string {
  const taken = new Set(blocks.flatMap(({ label }) => (label ? [label.toLowerCase()] : [])))
  const isTaken = (label: string): boolean => taken.has(label) || source.includes(`[^${label}]`)
  if (!isTaken(wanted)) return wanted
  let number = 2
  while (isTaken(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}

/** Right behind the sentence with its stop, outside whatever markup ends with it. */
function behindSentence({ block, span }: ClaimPlace, source: string): number {
  const { end } = toSource(block.map, span)
  const rest = source.slice(end, Math.max(end, block.span.end))
  return end + (CLOSERS.exec(rest)?.[0].length ?? 0)
}

/** Behind the footnotes that are there, else at the end of the text. */
function definition(label: string, text: string, { source, blocks }: Document): Edit {
  const line = lineEndOf(source)
  const last = blocks.filter(({ kind, quoted }) => kind === 'footnote' && !quoted).at(-1)
  if (last) return insertion(endOfLine(source, last.span.end), `${line}${line}[^${label}]: ${text}`)
  const end = source.length
  const trailing = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(source)
    ? ''
    : /[\r\n]$/.test(source)
      ? line
      : line + line
  return insertion(end, `${trailing}[^${label}]: ${text}${line}`)
}
