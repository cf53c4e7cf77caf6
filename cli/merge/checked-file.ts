import type { DocumentProfile, Finding, LintResult, Note, Suppressed } from '../../engine/findings/finding.js'
import type { Reference } from '../../engine/rules/pack.js'
import type { Place, Places } from '../reports/places.js'
import type { FileRecord, FindingRecord, NoteRecord } from '../reports/records.js'
import type { CheckedFile } from '../reports/report.js'

/** A document as a report takes it, from a line of `--format jsonl`. */
export function checkedFile(record: FileRecord, pack: Reference): CheckedFile {
  const { path, profile, words, findings, suppressed, notes, hidden = {} } = record
  return {
    path,
    profile,
    words,
    pack,
    hidden,
    places: placesOf(record),
    result: {
      findings: findings.map(findingOf),
      suppressed: suppressed.map(
        (one): Suppressed => ({
          ...{ finding: findingOf(one), reason: one.reason },
          ...(one.waiver ? { waiver: one.waiver } : {}),
        }),
      ),
      notes: notes.map(noteOf),
      ...profileOf(record),
    },
  }
}

function profileOf({ profile: name, profileBy: by, profileReason: reason }: FileRecord): Pick<LintResult, 'profile'> {
  return by === undefined || reason === undefined ? {} : { profile: { name, by, reason } as DocumentProfile }
}

/** What a report says of a finding, and is no part of it. */
const SAID = ['message', 'text', 'start', 'end', 'limitations', 'fixes', 'bytes', 'lines', 'reason', 'waiver']

function findingOf(record: FindingRecord): Finding {
  const data = Object.fromEntries(Object.entries(record).filter(([key]) => !SAID.includes(key)))
  return { ...(data as Omit<Finding, 'span'>), span: { start: record.start.offset, end: record.end.offset } }
}

function noteOf({ kind, severity, rule, suggestion, start, end, fix }: NoteRecord): Note {
  return {
    ...{ kind, severity, start: start.offset, end: end.offset },
    ...(rule === undefined ? {} : { rule }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(fix ? { fix: { start: fix.start.offset, end: fix.end.offset, text: fix.text } } : {}),
  }
}

function placesOf({ findings, suppressed, notes }: FileRecord): Places {
  const places = new Map<string, Place>()
  const keep = (place: Place): void => void places.set(`${place.start.offset}:${place.end.offset}`, place)
  for (const one of [...findings, ...suppressed, ...notes]) keep(one)
  for (const { fix } of notes) if (fix) keep({ lines: [], ...fix })
  return ({ start, end }) => {
    const place = places.get(`${start}:${end}`)
    if (!place) throw new Error(`a report asks for a place that is not in its part: ${start} to ${end}`)
    return place
  }
}
