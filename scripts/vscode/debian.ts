import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

let updated = false

/** Installs packages where this process may do so: as root on Debian or a relative of it. True when they are there afterwards. */
export function installPackages(packages: readonly string[]): boolean {
  if (packages.length === 0) return true
  if (!mayInstall()) return false
  console.error(`Installing ${packages.join(', ')} …`)
  if (!updated) updated = apt(['update'])
  return apt(['install', '--yes', '--no-install-recommends', ...packages])
}

export const onPath = (program: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => `${folder}/${program}`)
    .find((path) => existsSync(path))

const mayInstall = (): boolean => process.getuid?.() === 0 && onPath('apt-get') !== undefined

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['--quiet=2', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}
