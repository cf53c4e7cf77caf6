import { type ProjectOptions, projectsFor } from '../config/project.js'
import { Failure } from '../exit-codes.js'
import type { Sieve } from '../only-new/sieve.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import type { World } from '../world.js'
import type { Tasks } from './tasks.js'

/** What leaves out findings that are not new. */
export interface SieveOptions {
  /** A commit: findings in sentences that stood there are left out. */
  readonly diffBase?: string
  /** A file of findings that are known. */
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly pruneBaseline?: boolean
}

type Options = SieveOptions & ProjectOptions

/** Most runs have none, and load nothing for it. The baseline comes first: it takes down whatever is there. */
export async function sievesFor(tasks: Tasks, options: Options, world: World, notices: Notices): Promise<Sieve[]> {
  const { baseline, diffBase, updateBaseline, pruneBaseline } = options
  if (baseline === undefined && (updateBaseline || pruneBaseline)) {
    throw new Failure('--update-baseline and --prune-baseline go with --baseline FILE')
  }
  return [
    ...(baseline === undefined ? [] : [await known(baseline, options, tasks, world, notices)]),
    ...(diffBase === undefined ? [] : [await untouched(diffBase, options, tasks, world, notices)]),
  ]
}

async function known(file: string, options: Options, tasks: Tasks, world: World, notices: Notices): Promise<Sieve> {
  refuseStdin(tasks, '--baseline')
  const { baselineSieve } = await import('../lazy.js')
  const mode = options.updateBaseline ? 'update' : options.pruneBaseline ? 'prune' : 'compare'
  return baselineSieve(file, world.cwd, mode, (note) => notices.note(printable(note)))
}

async function untouched(ref: string, options: Options, tasks: Tasks, world: World, notices: Notices): Promise<Sieve> {
  refuseStdin(tasks, '--diff-base')
  const { baseOf, newSince } = await import('../lazy.js')
  const base = baseOf(ref, world.cwd)
  if (base.note !== undefined) notices.warning(base.note)
  const paths = tasks.tasks.map(({ target }) => target.path)
  return newSince(base, paths, projectsFor(world, options))
}

function refuseStdin({ tasks }: Tasks, option: string): void {
  if (tasks.some(({ target }) => target.isStdin)) {
    throw new Failure(`${option} compares files and goes without standard input`)
  }
}
