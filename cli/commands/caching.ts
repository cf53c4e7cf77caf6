import { resolve } from 'node:path'
import { type Cache, type CachePlace, openCache } from '../cache/cache.js'
import { cacheFolder } from '../cache/location.js'
import { tidyCache } from '../cache/tidy.js'
import type { Notices } from '../terminal/notices.js'
import type { World } from '../world.js'

export interface CacheOptions {
  readonly cache?: boolean
  readonly cacheLocation?: string
  /** Of a process that checks again and again. */
  readonly memory?: Cache
}

export interface OpenCache {
  /** None for one in memory. */
  readonly place?: CachePlace
  readonly cache: Cache
}

export function cacheFor({ cache, cacheLocation, memory }: CacheOptions, world: World): OpenCache | undefined {
  if (memory) return { cache: memory }
  if (!cache && cacheLocation === undefined) return undefined
  const folder = cacheLocation === undefined ? cacheFolder(world) : resolve(world.cwd, cacheLocation)
  const place = { folder, build: world.build }
  return { place, cache: openCache(place, world.loadPack()) }
}

/** A cache that cannot be written costs time and nothing else. */
export function closeCache({ place, cache }: OpenCache, notices: Notices): void {
  if (!place) return
  const problem = cache.problem()
  if (problem !== undefined) notices.warning(`the cache in ${place.folder} cannot be written: ${problem}`)
  else tidyCache(place.folder, Date.now())
}
