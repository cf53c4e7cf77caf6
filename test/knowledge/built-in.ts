import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../../engine/rules/load-knowledge.js'

const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..')

/** Files of the repository whose names end so, with their text; paths from the root, with `/`. */
export function filesUnder(folder: string, ending: string): { path: string; text: string }[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
}

export const knowledgeFiles = filesUnder('knowledge', '.yaml').filter(({ path }) => path.split('/').length === 2)

/** What ships with the product. */
export const builtIn = loadKnowledge(knowledgeFiles)

/** The report's text where it stands beside the repository. */
export function reportText(): string | undefined {
  const path = join(root, '../shared/report/report.md')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
