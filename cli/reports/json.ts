import { describe } from '../../engine/findings/describe.js'
import type { Finding, Note, Suppressed } from '../../engine/findings/finding.js'
import { noteWords } from '../../engine/findings/note-words.js'
import { indented } from './indented.js'
import { Pile } from './pile.js'
import { type Lines, linesOf } from './positions.js'
import type { CheckedFile, Report, RunEnd } from './report.js'

/**
 * `--format json`, version 1. Offsets are 0-based UTF-16 units into the decoded file; lines and columns are 1-based, columns in
 * UTF-16 units.
 */
export function jsonReport(version: string): Report {
  const pile = new Pile()
  let files = 0
  return {
    add(file) {
      pile.add(files++ === 0 ? '\n    ' : ',\n    ')
      addFile(pile, file)
    },
    *finish({ totals }) {
      yield `{\n  "version": 1,\n  "tool": ${JSON.stringify({ name: 'proviso', version })},\n  "files": [`
      yield* pile.all()
      yield `${files === 0 ? '' : '\n  '}],\n  "summary": ${JSON.stringify(summaryOf(totals))}\n}\n`
    },
  }
}

function summaryOf({ files, bySeverity }: RunEnd['totals']) {
  const { error, warning, info, hint } = bySeverity
  return { files, errors: error, warnings: warning, infos: info, hints: hint }
}

/** Entry by entry: all of them together may be too long for one string. */
function addFile(pile: Pile, file: CheckedFile): void {
  const { findings, suppressed, notes } = file.result
  const lines = linesOf(file.source)
  const addList = <Item>(name: string, items: readonly Item[], entry: (item: Item) => object): void => {
    pile.add(`,\n      "${name}": [`)
    items.forEach((item, at) => {
      pile.add(`${at === 0 ? '' : ','}\n        ${indented(entry(item), 8)}`)
    })
    pile.add(items.length === 0 ? ']' : '\n      ]')
  }
  pile.add(`{\n      "path": ${JSON.stringify(file.path)},\n      "profile": ${JSON.stringify(file.profile)}`)
  addList('findings', findings, (finding) => findingEntry(finding, file, lines))
  addList('suppressed', suppressed, (one) => suppressedEntry(one, file, lines))
  addList('notes', notes, (note) => noteEntry(note, lines))
  pile.add('\n    }')
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
