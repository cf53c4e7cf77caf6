import type { Span } from '../../engine/document/span.js'
import { describe } from '../../engine/findings/describe.js'
import type { Severity } from '../../engine/findings/finding.js'
import { noteWords } from '../../engine/findings/note-words.js'
import { linesOf } from './positions.js'
import type { CheckedFile, Report } from './report.js'

/**
 * `--format compact`: a line for each finding, `path:line:column-line:column: severity: message [rule]`, for problem matchers and for
 * grep. Lines and columns are 1-based, columns in UTF-16 units; the end is where the first character stands that is not marked.
 */
export function compactReport(): Report {
  const lines: string[] = []
  return {
    add: (file) => void lines.push(...linesFor(file)),
    finish: () => lines.map((line) => `${line}\n`).join(''),
  }
}

function linesFor({ path, source, pack, result: { findings, notes } }: CheckedFile): string[] {
  const { positionOf } = linesOf(source)
  const at = (offset: number): string => {
    const { line, column } = positionOf(offset)
    return `${line}:${column}`
  }
  const say = ({ start, end }: Span, severity: Severity, message: string, code: string): string =>
    `${path}:${at(start)}-${at(end)}: ${severity}: ${message} [${code}]`
  return [
    ...findings.map((finding) => say(finding.span, finding.severity, describe(finding, pack), finding.rule)),
    ...notes.map((note) => say(note, note.severity, noteWords(note), note.kind)),
  ]
}
