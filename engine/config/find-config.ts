import { folderOf, joinPath } from './paths.js'

export const configName = '.proviso.yaml'

/**
 * The configuration nearest to a folder, upwards. The search ends at the top of a repository, so that a file that lies about
 * further up never changes a verdict.
 */
export function configFinder(
  exists: (path: string) => Promise<boolean>,
  name = configName,
): (folder: string) => Promise<string | undefined> {
  const known = new Map<string, Promise<string | undefined>>()
  const look = async (folder: string): Promise<string | undefined> => {
    const file = joinPath(folder, name)
    if (await exists(file)) return file
    const above = folderOf(folder)
    const isTop = above === folder || (await exists(joinPath(folder, '.git')))
    return isTop ? undefined : find(above)
  }
  const find = (folder: string): Promise<string | undefined> => {
    const found = known.get(folder) ?? look(folder)
    known.set(folder, found)
    return found
  }
  return find
}
