import { describe } from '../../engine/findings/describe.js'
import type { Finding, Note, Severity, Suppressed } from '../../engine/findings/finding.js'
import { suggestionsFor } from '../../engine/findings/fixes/suggestions.js'
import { profileWords } from '../../engine/findings/missing-words.js'
import { noteWords } from '../../engine/findings/note-words.js'
import { remedy } from '../../engine/findings/remedy.js'
import type { Colours } from '../terminal/colours.js'
import { printable } from '../terminal/printable.js'
import { widthOfText } from '../terminal/width.js'
import { hang } from '../terminal/wrap.js'
import { excerpt, type Row } from './excerpt.js'
import { Pile } from './pile.js'
import type { Place } from './places.js'
import type { CheckedFile, Report, RunEnd } from './report.js'
import { sayTotals } from './totals.js'

export interface Look {
  readonly colours: Colours
  /** Columns. */
  readonly width: number
  /** Show how each claim could be bounded. */
  readonly suggest?: boolean
}

/** For people: the words marked in their line, what the evidence cannot carry, and the way out. */
export function prettyReport(look: Look): Report {
  const pile = new Pile()
  const explained = new Set<string>()
  return {
    add(file) {
      const entries = [
        ...file.result.findings.map((one) => ({
          at: one.span.start,
          rows: () => findingRows(one, file, look, explained),
        })),
        ...file.result.suppressed.flatMap((one) =>
          one.waiver ? [{ at: one.finding.span.start, rows: () => waivedRows(one, file, look) }] : [],
        ),
        ...file.result.notes.map((note) => ({ at: note.start, rows: () => noteRows(note, file, look) })),
      ]
      if (entries.length === 0) return
      pile.add(`${look.colours.underline(printable(file.path))}${readAs(file, look)}\n\n`)
      for (const { rows } of entries.sort((a, b) => a.at - b.at)) pile.add(`${rows().join('\n')}\n\n`)
    },
    ready: () => pile.take(),
    *finish(end) {
      yield* pile.take()
      yield `${summary(end, look)}\n`
    },
  }
}

/** The kind of the document, and from what it was told; a general text needs no word. */
function readAs({ result: { profile } }: CheckedFile, { colours }: Look): string {
  if (!profile || (profile.name === 'general' && profile.by === 'inferred')) return ''
  return colours.dim(`  ${profile.name}, ${printable(profileWords(profile))}`)
}

/** Text of an entry stands below the source. */
const INDENT = '     '

function findingRows(finding: Finding, file: CheckedFile, look: Look, explained: Set<string>): string[] {
  const { colours, width } = look
  const place = file.places(finding.span)
  const { line, column } = place.start
  const heading = `  ${colours.dim(`${line}:${column}`)}  ${paint(finding.severity, colours)(finding.severity)}  ${colours.bold(finding.rule)}`
  const message = hang(INDENT, printable(describe(finding, file.pack)), width)
  const first = !explained.has(finding.rule)
  explained.add(finding.rule)
  const suggestions = look.suggest ? suggestionRows(finding, look) : []
  return [
    ...[heading, '', ...sourceRows(finding, place, look), '', ...message],
    ...remedyRows(finding, file, look, first),
    ...suggestions,
  ]
}

/** Sentences that could stand there, with the words of the claim; what stands in brackets is for the writer. */
const suggestionRows = (finding: Finding, { colours, width }: Look): string[] =>
  suggestionsFor(finding).flatMap(({ text }, at) => labelled(at === 0 ? 'Or write' : '', text, width, colours.green))

/** The way out is the same for each finding of a rule: it is given once, the place in the report each time. */
function remedyRows(finding: Finding, { pack }: CheckedFile, { colours, width }: Look, first: boolean): string[] {
  const { instead, section, page, newer } = remedy(finding, pack)
  const { short, year } = pack.knowledge.report
  const says = page === 0 ? [] : labelled('Report', `${section}, p. ${page} (${short}, ${year})`, width, colours.dim)
  if (!first) return says
  return [
    ...labelled('Instead', instead, width, (text) => text),
    ...says,
    ...newer.flatMap((fact) => labelled('Newer', fact, width, colours.dim)),
  ]
}

function labelled(label: string, text: string, width: number, colour: (text: string) => string): string[] {
  if (text.trim() === '') return []
  return hang(`${INDENT}${label.padEnd(9)}`, printable(text.replace(/\s+/g, ' ')), width).map(colour)
}

function sourceRows({ severity }: Finding, { end, lines }: Place, { colours, width }: Look): string[] {
  const gutter = Math.max(String(end.line).length, 3)
  const rows = excerpt(lines, width - INDENT.length - gutter - 3)
  return rows.flatMap((row) => sourceRow(row, gutter, severity, colours))
}

/** Colour marks the words where there is colour, and a line of `^` where there is none. */
function sourceRow(row: Row, gutter: number, severity: Severity, colours: Colours): string[] {
  const margin = (label: string): string => `${INDENT}${colours.dim(`${label.padStart(gutter)} │`)} `
  const marked = colours.isColorSupported ? colours.underline(paint(severity, colours)(row.marked)) : row.marked
  const source =
    `${margin(row.number === undefined ? '' : String(row.number))}${row.before}${marked}${row.after}`.trimEnd()
  if (colours.isColorSupported || row.marked === '') return [source]
  const marks = ' '.repeat(widthOfText(row.before)) + '^'.repeat(widthOfText(row.marked.trimEnd()))
  return [source, `${margin('')}${marks}`]
}

function paint(severity: Severity, colours: Colours): (text: string) => string {
  const paints = { error: colours.red, warning: colours.yellow, info: colours.cyan, hint: colours.green }
  return paints[severity]
}

function noteRows(note: Note, { places }: CheckedFile, { colours, width }: Look): string[] {
  const { line, column } = places(note).start
  const heading = `  ${colours.dim(`${line}:${column}`)}  ${colours.magenta('note')}  ${colours.bold(note.kind)}`
  return [heading, ...hang(INDENT, printable(noteWords(note)), width)]
}

/** A claim that the team stands by: what it says, why it stands, and until when. */
function waivedRows({ finding, reason, waiver }: Suppressed, { places }: CheckedFile, look: Look): string[] {
  const { colours, width } = look
  const { start, text } = places(finding.span)
  const heading = `  ${colours.dim(`${start.line}:${start.column}`)}  ${colours.green('waived')}  ${colours.bold(finding.rule)}`
  const until = waiver?.until === undefined ? '' : ` (until ${waiver.until})`
  return [
    heading,
    ...labelled('Claim', `"${text}"`, width, (words) => words),
    ...labelled('Reason', reason + until, width, colours.dim),
  ]
}

function summary({ totals, faults }: RunEnd, { colours }: Look): string {
  const { error, warning } = totals.bySeverity
  const paint =
    error > 0 ? colours.red : warning > 0 ? colours.yellow : totals.filesWithFindings > 0 ? colours.cyan : colours.green
  const missed = faults.length === 0 ? '' : colours.red(`; ${faults.length} could not be checked`)
  return paint(sayTotals(totals)) + missed
}
