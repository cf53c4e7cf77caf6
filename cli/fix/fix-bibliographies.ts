import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseDocument } from '../../engine/document/parse.js'
import { addToBibliography, bibliographiesNamedIn } from '../../engine/findings/fixes/bibliography.js'
import { citationStyleOf } from '../../engine/findings/fixes/citation-style.js'
import { applyEdits } from '../../engine/findings/fixes/edit.js'
import type { Task } from '../commands/tasks.js'
import { languageOf } from '../files/language.js'
import { shownPath } from '../files/paths.js'
import { readText } from '../files/read-text.js'
import type { FixedFile } from './fix-file.js'

export interface FixedBibliography {
  readonly path: string
  readonly shown: string
  readonly before: string | undefined
  readonly after: string
}

/** Bibliographies with the report in them, each once in a run. */
export function bibliographyFixer(cwd: string) {
  const done = new Map<string, FixedBibliography | undefined>()

  /** For a document that cites by key: the file to add the report to, or what the writer must do by hand. */
  function forDocument({ target, project }: Task, fixed: FixedFile): { file?: FixedBibliography; refused?: string } {
    const { pack } = project
    const settings = project.settingsFor(target.path)
    const document = parseDocument(fixed.after, languageOf(target.path))
    const style = citationStyleOf(document, settings)
    const { key, reference } = pack.knowledge.report
    if ((style !== 'pandoc' && style !== 'latex') || !reference) return {}
    const named = bibliographiesNamedIn(document).map((one) => resolve(dirname(target.path), one))
    const paths = named.length > 0 ? named : [...(settings.citation?.bibliography ?? [])]
    if (paths.length === 0) {
      return {
        refused: `${target.shown}: it names no bibliography to add ${key} to: proviso cite ${key} --format bibtex`,
      }
    }
    const texts = paths.map((path) => ({ path, read: readText(path) }))
    const added = texts.map(({ path, read }) => ({
      path,
      read,
      added: addToBibliography(path, 'text' in read ? read.text : '', key, reference),
    }))
    if (added.some((one) => 'edits' in one.added && one.added.edits.length === 0)) return {}
    const first = added.find((one) => 'edits' in one.added && ('text' in one.read || !existsSync(one.path)))
    if (!first || !('edits' in first.added)) {
      const why = added.map((one) => ('problem' in one.added ? one.added.problem : 'it cannot be read')).join('; ')
      return { refused: `${target.shown}: ${key} is not added to ${shownPath(cwd, paths[0] as string)}: ${why}` }
    }
    if (done.has(first.path)) return {}
    const before = 'text' in first.read ? first.read.text : undefined
    const file = {
      path: first.path,
      shown: shownPath(cwd, first.path),
      before,
      after: applyEdits(before ?? '', first.added.edits),
    }
    done.set(first.path, file)
    return { file }
  }

  return forDocument
}
