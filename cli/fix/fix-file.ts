import { accessSync, constants, readFileSync, realpathSync } from 'node:fs'
import { parseDocument } from '../../engine/document/parse.js'
import type { Finding } from '../../engine/findings/finding.js'
import { acceptEdits } from '../../engine/findings/fixes/accept.js'
import { citeAll, limitationOf } from '../../engine/findings/fixes/cite.js'
import { applyEdits, type Edit } from '../../engine/findings/fixes/edit.js'
import { harmlessEdits } from '../../engine/findings/fixes/harmless.js'
import { placeOf } from '../../engine/findings/fixes/place.js'
import { lint } from '../../engine/lint.js'
import type { Task } from '../commands/tasks.js'
import { replaceFile } from '../files/atomic.js'
import { languageOf } from '../files/language.js'
import { decode, encodingOf, whyUnreadable } from '../files/read-text.js'
import { linesOf } from '../reports/positions.js'
import type { FixKind } from './fix-kinds.js'

/** What was or would be done to a file. */
export interface FixedFile {
  readonly path: string
  readonly shown: string
  readonly before: string
  readonly after: string
  readonly citations: number
  readonly removals: number
  /** What could not be done, in words, with the place. */
  readonly refused: readonly string[]
}

type Keep = (findings: readonly Finding[], source: string) => readonly Finding[]

/** Works out the fixes of a document. First what is harmless, so that what is cited finds the notes that stay. */
export function fixText({ target, project }: Task, source: string, kind: FixKind, keep: Keep): FixedFile {
  const { path, shown } = target
  const settings = project.settingsFor(path)
  const parse = (text: string) => parseDocument(text, languageOf(path))
  const document = parse(source)
  const result = lint(document, project.pack, settings)
  const harmless = acceptEdits(harmlessEdits(document, result, project.pack))
  const middle = applyEdits(source, harmless.edits)
  const common = { path, shown, before: source, removals: harmless.edits.length }
  const overlapping = harmless.refused.map((edit) => refusal(shown, source, edit, 'it overlaps another fix'))
  if (kind === 'harmless') return { ...common, after: middle, citations: 0, refused: overlapping }
  const again = middle === source ? document : parse(middle)
  const findings = keep((middle === source ? result : lint(again, project.pack, settings)).findings, middle)
  const cited = acceptEdits(citeAll(findings, again, project.pack, settings))
  const uncited = findings.flatMap((finding) => {
    const reason = whyUncited(finding)
    return reason === undefined ? [] : [refusal(shown, middle, finding.span, `${finding.rule} is not cited: ${reason}`)]
  })
  return {
    ...common,
    after: applyEdits(middle, cited.edits),
    citations: findings.length - uncited.length,
    refused: [
      ...overlapping,
      ...uncited,
      ...cited.refused.map((edit) => refusal(shown, middle, edit, 'it overlaps another fix')),
    ],
  }

  function whyUncited(finding: Finding): string | undefined {
    if (!limitationOf(finding, project.pack)) return 'its rule names no limitation'
    if (!placeOf(again, finding)) return 'no sentence of prose stands there'
    return citeAll([finding], again, project.pack, settings).length === 0
      ? 'there is no place for it outside of a link'
      : undefined
  }
}

function refusal(shown: string, source: string, { start }: Pick<Edit, 'start'>, reason: string): string {
  const { line, column } = linesOf(source).positionOf(start)
  return `${shown}:${line}:${column}: ${reason}`
}

/** Writes what was worked out, as the old file was written. Gives the reason where it must not be: somebody changed it meanwhile. */
export function writeFixed({
  path,
  shown,
  before,
  after,
}: Pick<FixedFile, 'path' | 'shown' | 'before' | 'after'>): string | undefined {
  const real = realpathSync(path)
  try {
    accessSync(real, constants.W_OK)
  } catch (error) {
    return `${shown}: not fixed: ${whyUnreadable(error)}`
  }
  const bytes = readFileSync(real)
  const now = decode(bytes, path)
  if (!('text' in now) || now.text !== before) return `${shown}: not fixed: the file changed while it was checked`
  replaceFile(real, encoded(after, encodingOf(bytes)), shown)
  return undefined
}

function encoded(text: string, encoding: ReturnType<typeof encodingOf>): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  const bytes = Buffer.from(text, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}
