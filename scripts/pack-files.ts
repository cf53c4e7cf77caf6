import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackFile } from '../engine/rules/load-pack.js'

export const root = join(fileURLToPath(new URL('.', import.meta.url)), '..')

/** The built-in rules and knowledge as files, in a stable order. */
export const packFiles = (): PackFile[] => [
  ...['knowledge', 'rules'].flatMap((folder) => yamlUnder(join(root, folder))),
  ...judgeFile(),
]

function judgeFile(): PackFile[] {
  const path = 'knowledge/judge.json'
  return existsSync(join(root, path)) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
}

function yamlUnder(folder: string): PackFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
}
