import { createHash } from 'node:crypto'
import type { Severity } from '../../engine/findings/finding.js'
import { type Entry, entriesOf } from './entries.js'
import { indented } from './indented.js'
import { Pile } from './pile.js'
import type { CheckedFile, Report } from './report.js'

/**
 * `--format gitlab`: a code quality report of GitLab. Its widget hides `check_name`, so the rule is in the description too; fingerprints
 * are unique in the whole report and hold no line number. What could not be checked has no place in this format: it is on stderr.
 */
export function gitlabReport(): Report {
  const pile = new Pile()
  let count = 0
  return {
    add(file) {
      const seen = new Map<string, number>()
      for (const entry of entriesOf(file)) {
        pile.add(`${count++ === 0 ? '[\n  ' : ',\n  '}${indented(issueFor(entry, file, seen), 2)}`)
      }
    },
    ready: () => pile.take(),
    *finish() {
      yield* pile.take()
      yield count === 0 ? '[]\n' : '\n]\n'
    },
  }
}

function issueFor(entry: Entry, { path }: CheckedFile, seen: Map<string, number>) {
  const { code, message, severity, place } = entry
  return {
    description: `${code}: ${message}`,
    check_name: code,
    fingerprint: fingerprintOf(entry, path, seen),
    severity: levels[severity],
    location: { path, lines: { begin: place.start.line, end: place.end.line } },
  }
}

function fingerprintOf({ fingerprint, code, place }: Entry, path: string, seen: Map<string, number>): string {
  if (fingerprint !== undefined) return hash(path, fingerprint)
  const own = `${code}\n${place.text}`
  const occurrence = (seen.get(own) ?? 0) + 1
  seen.set(own, occurrence)
  return hash(path, own, String(occurrence))
}

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40)

const levels = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' } as const satisfies Record<
  Severity,
  string
>
