import { memoryCache } from '../cache/memory.js'
import { type ExitCode, Failure } from '../exit-codes.js'
import { noticesTo } from '../terminal/notices.js'
import type { World } from '../world.js'
import { type CheckOptions, check } from './check.js'

/** `check --watch`: checks again whenever a document or a configuration changes; what has not changed is not checked twice. */
export async function watch(paths: readonly string[], options: CheckOptions, world: World): Promise<ExitCode> {
  if (paths.includes('-')) throw new Failure('--watch watches files and goes without standard input')
  if (options.outputFile !== undefined) throw new Failure('--watch shows its report and goes without --output-file')
  const notices = noticesTo(world, options.color, options.quiet)
  const memory = memoryCache(world.loadPack())
  let code = await check(paths, { ...options, memory }, world)
  notices.note('watching; Ctrl-C ends it')
  for await (const _ of world.changes(paths.length === 0 ? ['.'] : paths)) {
    // A terminal is cleared, so that what stands there is what holds now.
    if (world.stdout.isTTY) await world.stdout.write('\u001b[2J\u001b[3J\u001b[H')
    code = await check(paths, { ...options, memory }, world)
    notices.note('watching; Ctrl-C ends it')
  }
  return code
}
