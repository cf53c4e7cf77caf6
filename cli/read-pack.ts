import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pack } from '../engine/rules/pack.js'
import { packFromBytes } from '../engine/rules/packed.js'

/** The built-in pack, which the build puts beside the command. */
export function readPack(folder: string): Pack {
  const decoder = new TextDecoder()
  return packFromBytes(readFileSync(join(folder, 'pack.bin')), (bytes) => decoder.decode(bytes))
}
