import type { Severity } from '../../engine/findings/finding.js'
import { type Entry, entriesOf } from './entries.js'
import { indented } from './indented.js'
import { Pile } from './pile.js'
import type { Place } from './places.js'
import type { Report } from './report.js'

/** `--format rdjson`: the Diagnostic Format of reviewdog. Its columns are 1-based and count bytes of UTF-8. */
export function rdjsonReport(): Report {
  const pile = new Pile()
  pile.add('{\n  "source": { "name": "proviso" },\n  "diagnostics": [')
  let count = 0
  const add = (diagnostic: object): void => pile.add(`${count++ === 0 ? '' : ','}\n    ${indented(diagnostic, 4)}`)
  return {
    add(file) {
      for (const entry of entriesOf(file)) add(diagnosticFor(entry, file.path))
    },
    ready: () => pile.take(),
    *finish({ faults }) {
      for (const { path, message } of faults) add({ message, location: { path }, severity: 'ERROR' })
      yield* pile.take()
      yield `${count === 0 ? '' : '\n  '}]\n}\n`
    },
  }
}

const diagnosticFor = ({ message, place, severity, code, fix }: Entry, path: string) => ({
  message,
  location: { path, range: rangeOf(place) },
  severity: levels[severity],
  code: { value: code },
  ...(fix ? { suggestions: [{ range: rangeOf(fix.place), text: fix.text }] } : {}),
})

function rangeOf({ start, end, bytes }: Place) {
  return { start: { line: start.line, column: bytes[0] }, end: { line: end.line, column: bytes[1] } }
}

const levels = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' } as const satisfies Record<
  Severity,
  string
>
