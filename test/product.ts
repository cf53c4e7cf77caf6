import { loadPack } from '../engine/rules/load-pack.js'
import type { Pack } from '../engine/rules/pack.js'
import { packFiles } from '../scripts/pack-files.js'

let made: Pack | undefined

/** The rules and knowledge that ship, read once for all tests. */
export function product(): Pack {
  made ??= loadPack(packFiles()).pack
  return made
}
