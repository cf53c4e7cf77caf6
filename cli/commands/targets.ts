import { resolve } from 'node:path'
import { Failure } from '../exit-codes.js'
import { type FoundDocument, findDocuments } from '../files/find-documents.js'
import { shownPath } from '../files/paths.js'
import { decode, type ReadText, readText } from '../files/read-text.js'
import type { Fault } from '../reports/report.js'
import type { World } from '../world.js'

/** A document to check: where it is, and how its text is had. */
export interface Target extends FoundDocument {
  readonly read: () => ReadText
  readonly isStdin?: boolean
  /** The text is not the one on the disk. */
  readonly isFixed?: boolean
}

export interface Targets {
  readonly targets: readonly Target[]
  readonly faults: readonly Fault[]
}

/** What the paths of a command line stand for; `-` is standard input, which stands alone. */
export async function targetsFor(paths: readonly string[], world: World, stdinFilename?: string): Promise<Targets> {
  if (!paths.includes('-')) {
    const { documents, faults } = await findDocuments(paths.length === 0 ? ['.'] : paths, world.cwd)
    const targets = documents.map((one) => ({ ...one, read: () => readText(one.path) }))
    return { targets, faults: faults.map((fault) => ({ ...fault, missing: true })) }
  }
  if (paths.length > 1) throw new Failure("'-' reads one document from standard input and goes without other paths")
  return { targets: [await standardInput(world, stdinFilename)], faults: [] }
}

/** Standard input is Markdown unless its name says otherwise. */
async function standardInput(world: World, name: string | undefined): Promise<Target> {
  const bytes = await world.readStdin()
  const path = resolve(world.cwd, name ?? 'stdin.md')
  const shown = name === undefined ? '<stdin>' : shownPath(world.cwd, path)
  return { path, shown, named: true, isStdin: true, read: () => decode(bytes, path) }
}
