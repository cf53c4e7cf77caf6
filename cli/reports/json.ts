import { describe } from '../../engine/findings/describe.js'
import type { Finding, Note, Suppressed } from '../../engine/findings/finding.js'
import { noteWords } from '../../engine/findings/note-words.js'
import { type Lines, linesOf } from './positions.js'
import type { CheckedFile, Report, RunEnd } from './report.js'

/**
 * `--format json`, version 1. Offsets are 0-based UTF-16 units into the decoded file; lines and columns are 1-based, columns in
 * UTF-16 units.
 */
export function jsonReport(version: string): Report {
  const files: string[] = []
  return {
    add: (file) => void files.push(indented(JSON.stringify(fileEntry(file), null, 2), 4)),
    finish: ({ totals }) => {
      const tool = JSON.stringify({ name: 'proviso', version })
      const list = files.length === 0 ? '[]' : `[\n    ${files.join(',\n    ')}\n  ]`
      const summary = JSON.stringify(summaryOf(totals))
      return `{\n  "version": 1,\n  "tool": ${tool},\n  "files": ${list},\n  "summary": ${summary}\n}\n`
    },
  }
}

/** No string in JSON holds a line end, so every one of them is layout. */
const indented = (json: string, by: number): string => json.replaceAll('\n', `\n${' '.repeat(by)}`)

function summaryOf({ files, bySeverity }: RunEnd['totals']) {
  const { error, warning, info, hint } = bySeverity
  return { files, errors: error, warnings: warning, infos: info, hints: hint }
}

function fileEntry(file: CheckedFile) {
  const { findings, suppressed, notes } = file.result
  const lines = linesOf(file.source)
  return {
    path: file.path,
    profile: file.profile,
    findings: findings.map((finding) => findingEntry(finding, file, lines)),
    suppressed: suppressed.map((one) => suppressedEntry(one, file, lines)),
    notes: notes.map((note) => noteEntry(note, lines)),
  }
}

function findingEntry(finding: Finding, { source, pack }: CheckedFile, lines: Lines) {
  const { rule, severity, span, fingerprint } = finding
  return {
    rule,
    severity,
    message: describe(finding, pack),
    text: source.slice(span.start, span.end),
    ...placeEntry(span, lines),
    limitations: pack.rules.find(({ id }) => id === rule)?.limitations ?? [],
    fingerprint,
    fixes: [],
  }
}

const suppressedEntry = ({ finding, reason }: Suppressed, file: CheckedFile, lines: Lines) => ({
  ...findingEntry(finding, file, lines),
  reason,
})

function noteEntry(note: Note, lines: Lines) {
  const { kind, severity, rule, suggestion } = note
  return { kind, severity, message: noteWords(note), rule, suggestion, ...placeEntry(note, lines) }
}

const placeEntry = ({ start, end }: { start: number; end: number }, lines: Lines) => ({
  start: { offset: start, ...lines.positionOf(start) },
  end: { offset: end, ...lines.positionOf(end) },
})
