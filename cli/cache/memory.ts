import type { Pack } from '../../engine/rules/pack.js'
import { type Cache, type Kept, keyOf, packIds } from './cache.js'

/** So many results are kept. */
const MOST = 20_000

/** A cache for one process that checks the same documents again and again. */
export function memoryCache(builtIn: Pack): Cache {
  const kept = new Map<string, Kept>()
  const idOf = packIds(builtIn)
  return {
    find(question) {
      const key = keyOf('', idOf(question.pack), question)
      return {
        kept: kept.get(key),
        keep(value) {
          if (kept.size >= MOST) kept.clear()
          kept.set(key, value)
        },
      }
    },
    problem: () => undefined,
  }
}
