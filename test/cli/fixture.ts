import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPack } from '../../engine/rules/load-pack.js'
import type { Pack } from '../../engine/rules/pack.js'

export const here = fileURLToPath(new URL('.', import.meta.url))

let made: Pack | undefined

/** Three short rules of our own, one for each of three severities, so that the real rules may change freely. */
export function fixturePack(): Pack {
  if (made) return made
  const { pack, problems } = loadPack(filesUnder(join(here, 'pack')), '1.2.3')
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2))
  made = pack
  return pack
}

const filesUnder = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
