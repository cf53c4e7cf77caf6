import type { ExitCode } from '../exit-codes.js'
import { noticesTo } from '../terminal/notices.js'
import type { World } from '../world.js'
import { type ReportOptions, reported } from './check.js'

/** `proviso merge`: parts that `check --format jsonl` and `pipe` wrote, as the report of one run. */
export async function merge(paths: readonly string[], options: ReportOptions, world: World): Promise<ExitCode> {
  const { mergeParts, readParts } = await import('../lazy.js')
  const notices = noticesTo(world, options.color, options.quiet)
  const parts = await readParts(paths, world)
  try {
    return await reported(options, world, notices, (add) => mergeParts(parts, world.loadPack(), add))
  } finally {
    parts.close()
  }
}
