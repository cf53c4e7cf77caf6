import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const configName = '.proviso.yaml'

/**
 * The configuration nearest to a folder, upwards. The search ends at the top of a repository, so that a file that lies about
 * further up never changes a verdict.
 */
export function configFinder(): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  const find = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder)
    const file = join(folder, configName)
    const found = existsSync(file) ? file : isTop(folder) ? undefined : find(dirname(folder))
    known.set(folder, found)
    return found
  }
  return find
}

const isTop = (folder: string): boolean => dirname(folder) === folder || existsSync(join(folder, '.git'))
