import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pack-files.js'

export function vsixPath(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>
  return join(root, 'dist', `${name}-${version}.vsix`)
}
