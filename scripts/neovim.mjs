// Finds Neovim for the tests, and where this runs as root on a Debian installs it once. Prints nothing; `neovim()` gives the command or why there is none.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { inRoot } from './setup.mjs'

const triedFile = inRoot('.cache/neovim-tried')

const works = () => spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0

export function neovim() {
  if (works()) return { command: 'nvim' }
  if (!canInstall()) return { missing: 'nvim is not here' }
  // Once: a machine without a network is not asked again and again.
  mkdirSync(inRoot('.cache'), { recursive: true })
  writeFileSync(triedFile, '')
  spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 120_000 })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'neovim'], { stdio: 'ignore', timeout: 300_000 })
  return works() ? { command: 'nvim' } : { missing: 'nvim is not here, and apt-get could not install it' }
}

const canInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !existsSync(triedFile)
