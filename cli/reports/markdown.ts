import type { Severity } from '../../engine/findings/finding.js'
import { profileWords } from '../../engine/findings/missing-words.js'
import { type Entry, entriesOf } from './entries.js'
import { Pile } from './pile.js'
import type { CheckedFile, Report, RunEnd } from './report.js'
import { sayTotals } from './totals.js'

/**
 * `--format markdown`: for a pull request or a job summary. `most` is the room there is, in bytes: what does not fit is left out,
 * and said.
 */
export function markdownReport(most = Number.POSITIVE_INFINITY): Report {
  const pile = new Pile()
  const byRule = new Map<string, { count: number; severity: Severity }>()
  let room = most
  let left = 0
  const addRow = (row: string): boolean => {
    room -= Buffer.byteLength(row)
    if (room >= 0) pile.add(row)
    else left++
    return room >= 0
  }
  return {
    add(file) {
      for (const { rule, severity } of file.result.findings) {
        byRule.set(rule, { severity, count: (byRule.get(rule)?.count ?? 0) + 1 })
      }
      rowsFor(file).forEach((row, at) => {
        addRow(at === 0 ? tableHead(file) + row : row)
      })
    },
    *finish(end) {
      yield `## Proviso\n\n${sayTotals(end.totals)}.\n`
      yield* ruleTable(byRule)
      yield* pile.take()
      if (left > 0)
        yield `\n${left} more ${left === 1 ? 'entry' : 'entries'} did not fit here; \`--format json\` or \`sarif\` holds all.\n`
      yield* faultList(end)
      yield `\n${NOTE}\n`
    },
  }
}

const NOTE =
  'A finding says that the evidence named cannot carry the claim, not that the claim is false. A text without findings is not a certified one.'

function ruleTable(byRule: ReadonlyMap<string, { count: number; severity: Severity }>): string[] {
  if (byRule.size === 0) return []
  const rows = [...byRule].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
  return [
    '\n| Rule | Severity | Findings |\n| --- | --- | ---: |\n',
    ...rows.map(([rule, { severity, count }]) => `| \`${rule}\` | ${severity} | ${count} |\n`),
  ]
}

const readAs = ({ profile }: CheckedFile['result']): string =>
  profile ? `Read as ${profile.name}, ${escaped(profileWords(profile))}.\n\n` : ''

const tableHead = ({ path, result }: CheckedFile): string =>
  `\n### ${escaped(path)}\n\n${readAs(result)}| Line | | Rule | Words | What the evidence does not carry |\n| ---: | --- | --- | --- | --- |\n`

const rowsFor = (file: CheckedFile): string[] =>
  entriesOf(file).map(
    (entry) =>
      `| ${[entry.place.start.line, mark(entry), `\`${entry.code}\``, escaped(shortened(entry.place.text)), escaped(entry.message)].join(' | ')} |\n`,
  )

const mark = ({ kind, severity }: Entry): string => (kind === 'note' ? 'note' : severity)

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length <= 200 ? words : `${words.slice(0, 199).replace(/\p{Surrogate}$/u, '')}…`
}

/** Words of a document have no effect in Markdown: no markup, no table cell, nobody is mentioned. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/@(?=\w)/g, '@\u2060')

function faultList({ faults, configProblems }: RunEnd): string[] {
  if (faults.length + configProblems.length === 0) return []
  const lines = [...faults.map(({ path, message }) => `${path}: ${message}`), ...configProblems]
  return ['\n### Could not be done\n\n', ...lines.map((line) => `- ${escaped(line)}\n`)]
}
