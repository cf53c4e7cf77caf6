import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackFile } from '../engine/rules/load-pack.js'

export const root = join(fileURLToPath(new URL('.', import.meta.url)), '..')

/** The built-in rules and knowledge as files, in a stable order. */
export const packFiles = (): PackFile[] => [
  ...['knowledge', 'rules'].flatMap((folder) => yamlUnder(join(root, folder))),
  ...madeFile('knowledge/judge.json'),
  ...madeFile(REFERENCES),
]

export const REFERENCES = 'knowledge/references.generated.json'

function madeFile(path: string): PackFile[] {
  return existsSync(join(root, path)) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
}

function yamlUnder(folder: string): PackFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
}
