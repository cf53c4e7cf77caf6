import { describe } from '../../engine/findings/describe.js'
import type { Finding, Note, Suppressed } from '../../engine/findings/finding.js'
import { fixesFor } from '../../engine/findings/fixes/fixes.js'
import { noteWords } from '../../engine/findings/note-words.js'
import type { Waiver } from '../../engine/waivers/waiver.js'
import { indented } from './indented.js'
import { Pile } from './pile.js'
import type { Places } from './places.js'
import type { CheckedFile, Report, RunEnd } from './report.js'

/**
 * `--format json`, version 1. Offsets are 0-based UTF-16 units into the decoded file; lines and columns are 1-based, columns in
 * UTF-16 units.
 */
export function jsonReport(version: string): Report {
  const pile = new Pile()
  pile.add(`{\n  "version": 1,\n  "tool": ${JSON.stringify({ name: 'proviso', version })},\n  "files": [`)
  let files = 0
  return {
    add(file) {
      pile.add(files++ === 0 ? '\n    ' : ',\n    ')
      addFile(pile, file)
    },
    ready: () => pile.take(),
    *finish({ totals }) {
      yield* pile.take()
      yield `${files === 0 ? '' : '\n  '}],\n  "summary": ${JSON.stringify(summaryOf(totals))}\n}\n`
    },
  }
}

export function summaryOf({ files, bySeverity, hidden }: RunEnd['totals']) {
  const { error, warning, info, hint } = bySeverity
  return { files, errors: error, warnings: warning, infos: info, hints: hint, ...hidden }
}

/** Entry by entry: all of them together may be too long for one string. */
function addFile(pile: Pile, file: CheckedFile): void {
  const { findings, suppressed, notes } = file.result
  const addList = <Item>(name: string, items: readonly Item[], entry: (item: Item) => object): void => {
    pile.add(`,\n      "${name}": [`)
    items.forEach((item, at) => {
      pile.add(`${at === 0 ? '' : ','}\n        ${indented(entry(item), 8)}`)
    })
    pile.add(items.length === 0 ? ']' : '\n      ]')
  }
  pile.add(`{\n      "path": ${JSON.stringify(file.path)},\n      "profile": ${JSON.stringify(file.profile)}`)
  if (file.result.profile) {
    const { by, reason } = file.result.profile
    pile.add(`,\n      "profileBy": ${JSON.stringify(by)},\n      "profileReason": ${JSON.stringify(reason)}`)
  }
  addList('findings', findings, (finding) => findingEntry(finding, file))
  addList('suppressed', suppressed, (one) => suppressedEntry(one, file))
  addList('notes', notes, (note) => noteEntry(note, file.places))
  pile.add('\n    }')
}

export function findingEntry(finding: Finding, { places, pack }: Pick<CheckedFile, 'places' | 'pack'>) {
  const { rule, severity, span, fingerprint } = finding
  const { text, start, end } = places(span)
  return {
    rule,
    severity,
    message: describe(finding, pack),
    text,
    start,
    end,
    limitations: pack.rules.find(({ id }) => id === rule)?.limitations ?? [],
    fingerprint,
    ...(finding.missing ? { missing: finding.missing } : {}),
    fixes: fixesFor(finding, pack).map(({ id, title }) => ({ id, title })),
  }
}

const suppressedEntry = ({ finding, reason, waiver }: Suppressed, file: CheckedFile) => ({
  ...findingEntry(finding, file),
  reason,
  ...(waiver ? { waiver: waiverEntry(waiver) } : {}),
})

/** The record of a claim that stands; where it stands in its own file is left out, since that moves. */
export const waiverEntry = ({ line: _, ...waiver }: Waiver & { readonly line?: number }): Waiver => waiver

export function noteEntry(note: Note, places: Places) {
  const { kind, severity, rule, suggestion } = note
  const { start, end } = places(note)
  return { kind, severity, message: noteWords(note), rule, suggestion, start, end }
}
