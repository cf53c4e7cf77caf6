import { homedir } from 'node:os'
import { join } from 'node:path'
import type { World } from '../world.js'

/**
 * The user's own folder for caches. Not one beside the documents: a pull request could bring a cache along in which its claims are
 * clean.
 */
export function cacheFolder({ env }: Pick<World, 'env'>, platform = process.platform): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'proviso')
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'proviso', 'cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'proviso')
  return join(homedir(), '.cache', 'proviso')
}
