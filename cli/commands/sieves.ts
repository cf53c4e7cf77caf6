import { type ProjectOptions, projectsFor } from '../config/project.js'
import { Failure } from '../exit-codes.js'
import type { Sieve } from '../only-new/sieve.js'
import type { Notices } from '../terminal/notices.js'
import type { World } from '../world.js'
import type { Tasks } from './tasks.js'

/** What leaves out findings that are not new. */
export interface SieveOptions {
  /** A commit: findings in sentences that stood there are left out. */
  readonly diffBase?: string
}

/** Most runs have none, and load nothing for it. */
export async function sievesFor(
  { tasks }: Tasks,
  options: SieveOptions & ProjectOptions,
  world: World,
  notices: Notices,
): Promise<Sieve[]> {
  if (options.diffBase === undefined) return []
  if (tasks.some(({ target }) => target.isStdin))
    throw new Failure('--diff-base compares files and goes without standard input')
  const { baseOf, newSince } = await import('../lazy.js')
  const base = baseOf(options.diffBase, world.cwd)
  if (base.note !== undefined) notices.warning(base.note)
  const paths = tasks.map(({ target }) => target.path)
  return [await newSince(base, paths, projectsFor(world, options))]
}
