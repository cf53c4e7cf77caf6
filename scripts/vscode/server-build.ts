import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache.js'
import { installPackages, onPath } from './debian.js'

/** code-server carries VS Code's own server build to the npm registry. This one is VS Code 1.100.3. */
const CODE_SERVER = '4.100.3'
const NATIVE_MODULES = ['native-watchdog', '@vscode/spdlog', 'node-pty', 'kerberos']

/** The entry of VS Code's server, set up on first use; or what is missing, in words. */
export type ServerBuild = { readonly main: string } | { readonly missing: string }

export function serverBuild(): ServerBuild {
  const folder = join(cacheFolder(), `code-server-${CODE_SERVER}-node-${process.versions.modules}`)
  if (existsSync(folder)) return { main: mainIn(folder) }
  const missing = setUp(folder)
  return missing ? { missing } : { main: mainIn(folder) }
}

const vscodeIn = (folder: string): string => join(folder, 'node_modules/code-server/lib/vscode')
const mainIn = (folder: string): string => join(vscodeIn(folder), 'out/server-main.js')

/** Builds beside the final place and moves in one step: a folder that exists is complete. */
function setUp(folder: string): string | undefined {
  const missing = missingTools()
  if (missing) return missing
  const draft = `${folder}.${process.pid}`
  console.error('Setting up the server build of VS Code (once; about two minutes) …')
  try {
    return download(draft) ?? complete(vscodeIn(draft)) ?? move(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function missingTools(): string | undefined {
  if (process.platform === 'win32') return 'the server build needs Linux or macOS (npm run test:desktop runs anywhere)'
  const missing = Object.entries(TOOLS).filter(([, isThere]) => !isThere())
  if (installPackages(missing.map(([name]) => name))) return undefined
  return `these Debian packages or their like: ${missing.map(([name]) => name).join(', ')}`
}

/** By Debian's names; each with a look whether this machine has what is in it. */
const TOOLS: Readonly<Record<string, () => boolean>> = {
  ripgrep: () => onPath('rg') !== undefined,
  python3: () => onPath('python3') !== undefined,
  'build-essential': () => onPath('g++') !== undefined && onPath('make') !== undefined,
  'pkg-config': () => onPath('pkg-config') !== undefined,
  'libkrb5-dev': () => spawnSync('pkg-config', ['--exists', 'krb5-gssapi']).status === 0,
}

function download(folder: string): string | undefined {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  return npm(folder, ['install', `code-server@${CODE_SERVER}`, '--ignore-scripts', '--no-save'])
}

/** What code-server's own install script would do, without what it downloads. */
function complete(vscode: string): string | undefined {
  const failed =
    npm(vscode, ['install', '--omit=dev', '--ignore-scripts', '--no-save']) ??
    npm(vscode, ['rebuild', ...NATIVE_MODULES])
  if (failed) return failed
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'))
  const ripgrep = join(vscode, 'node_modules/@vscode/ripgrep/bin')
  mkdirSync(ripgrep, { recursive: true })
  symlinkSync(onPath('rg') as string, join(ripgrep, 'rg'))
  return undefined
}

function move(draft: string, folder: string): undefined {
  // Another run may have been faster.
  if (!existsSync(folder)) renameSync(draft, folder)
}

function npm(cwd: string, args: readonly string[]): string | undefined {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', env: environment() })
  if (status === 0) return undefined
  return `\`npm ${args.join(' ')}\` failed:\n${(stderr ?? '').trim().split('\n').slice(-15).join('\n')}`
}

/**
 * Native modules are compiled against the headers beside this Node where it has them, so that none are downloaded. One of them asks
 * npx for node-gyp, which must not wait for a person's yes.
 */
function environment(): NodeJS.ProcessEnv {
  const prefix = dirname(dirname(process.execPath))
  const hasHeaders = existsSync(join(prefix, 'include/node/node.h'))
  return { ...process.env, npm_config_yes: 'true', ...(hasHeaders && { npm_config_nodedir: prefix }) }
}
