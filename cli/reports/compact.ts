import type { Span } from '../../engine/document/span.js'
import { describe } from '../../engine/findings/describe.js'
import type { Severity } from '../../engine/findings/finding.js'
import { noteWords } from '../../engine/findings/note-words.js'
import { Pile } from './pile.js'
import type { CheckedFile, Report } from './report.js'

/**
 * `--format compact`: a line for each finding, `path:line:column-line:column: severity: message [rule]`, for problem matchers and for
 * grep. Lines and columns are 1-based, columns in UTF-16 units; the end is where the first character stands that is not marked.
 */
export function compactReport(): Report {
  const pile = new Pile()
  return {
    add(file) {
      for (const line of linesFor(file)) pile.add(`${line}\n`)
    },
    ready: () => pile.take(),
    finish: () => pile.take(),
  }
}

function linesFor({ path, places, pack, result: { findings, notes } }: CheckedFile): string[] {
  const say = (span: Span, severity: Severity, message: string, code: string): string => {
    const { start, end } = places(span)
    return `${path}:${start.line}:${start.column}-${end.line}:${end.column}: ${severity}: ${message} [${code}]`
  }
  return [
    ...findings.map((finding) => say(finding.span, finding.severity, describe(finding, pack), finding.rule)),
    ...notes.map((note) => say(note, note.severity, noteWords(note), note.kind)),
  ]
}
