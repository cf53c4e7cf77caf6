import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forbiddenImports } from './arrows.js'
import { root } from './pack-files.js'

const folders = ['engine', 'disk', 'cli', 'server', 'client']

const wrong = folders.flatMap((folder) =>
  sourcesUnder(folder).flatMap((path) => forbiddenImports(path, readFileSync(join(root, path), 'utf8'))),
)

for (const { path, line, message } of wrong) console.error(`${path}:${line}: ${message}`)
process.exitCode = wrong.length > 0 ? 1 : 0

function sourcesUnder(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort()
  } catch {
    return []
  }
}
