import { describe } from '../../engine/findings/describe.js'
import type { Severity } from '../../engine/findings/finding.js'
import { noteWords } from '../../engine/findings/note-words.js'
import type { Place } from './places.js'
import type { CheckedFile } from './report.js'

/** A finding, or a note on a directive, as the formats of other tools take it: a place, a level, a code and a sentence. */
export interface Entry {
  readonly kind: 'finding' | 'note'
  readonly severity: Severity
  /** The rule, or the kind of note. */
  readonly code: string
  readonly message: string
  readonly place: Place
  /** Of the finding; notes have none. */
  readonly fingerprint?: string
  readonly headings: readonly string[]
  /** An edit that removes what a note is about. */
  readonly fix?: { readonly place: Place; readonly text: string }
}

/** In order of place. A note never fails a run, so no other tool shall take it for more than information. */
export function entriesOf({ pack, places, result }: CheckedFile): Entry[] {
  const findings = result.findings.map((finding): Entry => {
    const { rule, severity, fingerprint, headings } = finding
    const message = describe(finding, pack)
    return { kind: 'finding', severity, code: rule, message, place: places(finding.span), fingerprint, headings }
  })
  const notes = result.notes.map((note): Entry => {
    const { kind: code, fix } = note
    const entry = { kind: 'note', severity: 'info', code, message: noteWords(note), place: places(note) } as const
    return { ...entry, headings: [], ...(fix ? { fix: { place: places(fix), text: fix.text } } : {}) }
  })
  return notes.length === 0 ? findings : [...findings, ...notes].sort(byPlace)
}

const byPlace = (a: Entry, b: Entry): number => a.place.start.offset - b.place.start.offset
