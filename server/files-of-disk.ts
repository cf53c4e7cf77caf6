import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { updateFile } from '../disk/update-file.js'
import type { ReadText, RulePaths } from '../engine/config/config-files.js'
import { isDocument } from '../engine/document/languages.js'
import type { Files } from './world.js'

/** Files of the machine that the server runs on. Other schemes name no file here. */
export const filesOfDisk: Files = {
  exists: async (uri) => (await statOf(uri)) !== undefined,
  read: (uri) => read(uri),
  update: (uri, change) => updateFile(fileURLToPath(uri), change),
  rulesAt: (uri) => rulesAt(uri),
  documentsIn: (folder) => documentsIn(folder),
}

const isFile = (uri: string): boolean => uri.startsWith('file:')

async function statOf(uri: string) {
  if (!isFile(uri)) return undefined
  return stat(fileURLToPath(uri)).catch(() => undefined)
}

async function read(uri: string): Promise<ReadText> {
  if (!isFile(uri)) return { problem: 'no such file or folder' }
  try {
    return decode(await readFile(fileURLToPath(uri)))
  } catch {
    return { problem: 'no such file or folder' }
  }
}

/** UTF-8, or UTF-16 with a byte order mark. An editor takes the mark off, so it does not count here. */
function decode(bytes: Uint8Array): ReadText {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return { problem: `this is not ${encoding.toUpperCase()} text` }
  }
}

async function rulesAt(uri: string): Promise<RulePaths> {
  const stats = await statOf(uri)
  if (!stats) return { problem: 'no such file or folder' }
  if (!stats.isDirectory()) return { paths: [uri] }
  const names = await readdir(fileURLToPath(uri), { withFileTypes: true, recursive: true })
  const files = names.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
  return { paths: files.map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href).sort() }
}

async function documentsIn(folder: string): Promise<readonly string[]> {
  if (!isFile(folder)) return []
  const root = fileURLToPath(folder)
  const found = await walk(root)
  const ignored = await gitIgnored(root, found)
  return found.filter((path) => !ignored.has(path)).map((path) => pathToFileURL(path).href)
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile() && isDocument(entry.name)) found.push(join(folder, entry.name))
    else if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
      found.push(...(await walk(join(folder, entry.name))))
  }
  return found
}

/** What git leaves out; nothing where there is no git or no repository. */
function gitIgnored(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  return new Promise((resolve) => {
    const git = execFile('git', ['check-ignore', '-z', '--stdin'], { cwd: root, maxBuffer: 1 << 28 }, (_, stdout) =>
      resolve(
        new Set(
          stdout
            .split('\0')
            .filter((name) => name !== '')
            .map((name) => join(root, name)),
        ),
      ),
    )
    git.on('error', () => resolve(new Set()))
    git.stdin?.on('error', () => undefined)
    git.stdin?.end(paths.map((path) => `${relative(root, path)}\0`).join(''))
  })
}
