// What every entry point needs first: the right Node, the dependencies, a build that is not older than its sources.
// Plain Node and nothing else, since it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(fileURLToPath(new URL('.', import.meta.url)), '..')

const OLDEST = [20, 19]

/** Sources of the build. */
const SOURCES = [
  'cli',
  'client',
  'engine',
  'knowledge',
  'rules',
  'server',
  'scripts/build.ts',
  'scripts/bundle-client.ts',
  'scripts/notices.ts',
  'scripts/pack-files.ts',
  'package.json',
  'package-lock.json',
]

/** Checks Node and installs what is missing. Ends the process with code 2 when that fails. */
export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    stop(`Proviso needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`)
  }
  if (isInstalled()) return
  console.error('Installing the dependencies (once; about a minute) …')
  if (npm('ci') !== 0 && npm('install') !== 0) stop('The dependencies could not be installed; see above.')
}

/** Builds when a source is newer than what was built from it; false when that fails. */
export function build() {
  const built = existsSync(inRoot('dist/cli.js')) ? statSync(inRoot('dist/cli.js')).mtimeMs : 0
  if (SOURCES.every((source) => newest(inRoot(source)) <= built)) return true
  return run('scripts/build.ts') === 0
}

/** Runs a TypeScript file and gives the exit code. */
export const run = (script, args = []) => node(['--import=tsx', script, ...args])

/** Runs Node in the root, with the streams of this process, and gives the exit code. */
export function node(args, { env = {}, cwd = root } = {}) {
  const { status, signal } = spawnSync(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status ?? (signal === 'SIGINT' ? 130 : 2)
}

export const inRoot = (path) => join(root, path)

function stop(message) {
  console.error(message)
  process.exit(2)
}

/** Whether what npm installed last is what the lock file asks for. Times of files say nothing after a clone. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json')
  const wanted = packagesIn('package-lock.json')
  if (!installed || !wanted) return installed !== undefined
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function npm(command) {
  const script = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  if (script?.endsWith('.js')) return spawnSync(process.execPath, [script, command], options).status
  return spawnSync('npm', [command], { ...options, shell: process.platform === 'win32' }).status
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs)
}
