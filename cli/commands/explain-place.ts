import { parseDocument } from '../../engine/document/parse.js'
import { overlaps, type Span } from '../../engine/document/span.js'
import { type Considered, type Explanation, explanations } from '../../engine/explain.js'
import { severityOf } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Settings } from '../../engine/settings.js'
import { Failure } from '../exit-codes.js'
import { languageOf } from '../files/language.js'
import { readText } from '../files/read-text.js'
import { linesOf } from '../reports/positions.js'
import type { Look } from '../reports/pretty.js'
import { printable } from '../terminal/printable.js'
import { table } from '../terminal/table.js'
import { hang } from '../terminal/wrap.js'

/** Line and column, 1-based. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column?: number
}

/** What Proviso saw in the sentences at a place, and what came of it. */
export function explainPlace(place: Place, path: string, pack: Pack, settings: Settings, look: Look): string {
  const read = readText(path)
  if ('problem' in read) throw new Failure(`${place.file}: ${read.problem}`)
  const lines = linesOf(read.text)
  const at = spanOf(place, lines)
  const document = parseDocument(read.text, languageOf(path))
  const found = explanations(document, pack, (span) => overlaps(at, span))
  if (found.length === 0) return `No prose at ${where(place)}: nothing is read there.\n`
  return found
    .map((one) => explanationText(one, place, lines.positionOf(one.sentence.start).line, pack, settings, look))
    .join('\n')
}

const where = ({ file, line, column }: Place): string =>
  [file, line, column].filter((part) => part !== undefined).join(':')

/** The line, or the character at the column. */
function spanOf({ file, line, column }: Place, lines: ReturnType<typeof linesOf>): Span {
  const start = lines.offsetOf(line, column)
  if (start === undefined) throw new Failure(`${file} has no line ${line}`)
  const end = column === undefined ? start + lines.line(line).text.length : start
  return { start, end: Math.max(end, start + 1) }
}

function explanationText(
  { text, concepts, clauses, considered, opinion }: Explanation,
  { file }: Place,
  line: number,
  pack: Pack,
  settings: Settings,
  { colours, width }: Look,
): string {
  const heading = (title: string): string => colours.bold(title)
  const rows = [
    colours.underline(printable(`${file}:${line}`)),
    '',
    ...hang('  ', printable(text.replace(/\s+/g, ' ')), width),
    '',
    heading('Concepts'),
    ...listOr(
      'none found',
      concepts.map(({ id, text }) => [`  ${id}`, quoted(text)]),
    ),
    '',
    heading('Clauses'),
    ...listOr(
      'none',
      clauses.map(({ kind, text }) => [`  ${kind}`, quoted(text)]),
    ),
    '',
    heading('Rules that looked'),
    ...(considered.length === 0 ? ['  none: no rule has a pattern that fits'] : []),
    ...considered.flatMap((one) => consideredRows(one, pack, settings, width)),
    ...(opinion ? ['', heading('The judge'), ...opinionRows(opinion)] : []),
  ]
  return `${rows.join('\n')}\n`
}

const listOr = (none: string, rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [`  ${none}`] : table(rows)

const quoted = (text: string): string => `"${printable(text.replace(/\s+/g, ' '))}"`

function opinionRows({ score, worthALook, evidence, reasons }: NonNullable<Explanation['opinion']>): string[] {
  const sign = (weight: number): string => `${weight > 0 ? '+' : '-'}${Math.abs(weight).toFixed(1)}`
  const rows = (weighed: typeof reasons): string[] =>
    table(weighed.map(({ name, weight }) => [`  ${sign(weight)}`, printable(name)]))
  if (!worthALook) return ['  its words alone are plainly no claim: no rule was asked']
  return [
    `  ${sign(score)} in log-odds that the sentence claims too much; over 0 it is a finding`,
    ...rows(evidence),
    '',
    '  In its words and build',
    ...rows(reasons),
  ]
}

function consideredRows(
  { rule, outcome, guard, reason, slots, byJudge }: Considered,
  pack: Pack,
  settings: Settings,
  width: number,
): string[] {
  const verdict = verdictWords(outcome, `cleared by ${guard}: ${reason}`, findingWords(rule, pack, settings), byJudge)
  const words = Object.entries(slots).map(([name, text]) => `${name} ${quoted(text)}`)
  return [
    ...hang(`  ${rule}  `, printable(verdict), width),
    ...(words.length === 0 ? [] : hang('    ', words.join(', '), width)),
  ]
}

function verdictWords(outcome: Considered['outcome'], cleared: string, finding: string, byJudge: boolean): string {
  if (outcome === 'cleared') return cleared
  if (outcome === 'doubted') return 'fits, but the judge holds the sentence for clean: not shown'
  return byJudge ? `${finding}; found by the judge alone` : finding
}

function findingWords(rule: string, pack: Pack, settings: Settings): string {
  const severity = severityOf(rule, pack, settings)
  return severity === 'off' ? 'fits, but is switched off' : `finding (${severity}), unless a directive suppresses it`
}
