import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pack-files.js'

/** A program that is measured. Its arguments are made from files and the folder in which they lie. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly does: string
  readonly command: (files: readonly string[], folder: string) => readonly string[]
}

const folder = join(root, '.cache/bench-tools')

/** Tools for comparison, which the product does not need: they are installed for the benchmark alone, at these versions. */
const PACKAGES = {
  'markdownlint-cli2': '0.18.1',
  alex: '11.0.1',
  cspell: '9.8.0',
  textlint: '15.8.0',
  'textlint-rule-write-good': '2.0.0',
  'textlint-rule-alex': '5.0.0',
  'textlint-rule-terminology': '5.2.16',
  rumdl: '0.2.75',
} as const

const bin = (name: string): string => join(folder, 'node_modules/.bin', name)

export function proviso(...options: readonly string[]): Tool {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const command = [
    process.execPath,
    join(root, 'dist/cli.js'),
    'check',
    '--no-config',
    '--fail-on',
    'never',
    ...options,
  ]
  return { name: 'proviso', version, does: 'overclaims about AI safety', command: (files) => [...command, ...files] }
}

const remark: Tool = {
  name: 'remark-cli',
  version: versionIn(root, 'remark-cli'),
  does: 'style of Markdown, recommended preset',
  command: (files) => [
    ...[process.execPath, join(root, 'node_modules/remark-cli/cli.js'), '--no-stdout', '--no-config'],
    ...['--use', 'remark-preset-lint-recommended', ...files],
  ],
}

/** Those that could be had, and a line on each that could not. */
export function otherTools(): { tools: readonly Tool[]; missing: readonly string[] } {
  const problem = install()
  const others: readonly Tool[] = [
    tool('markdownlint-cli2', 'style of Markdown', (files) => files),
    tool('alex', 'inconsiderate words', (files) => files),
    tool('cspell', 'spelling', (files) => ['--no-progress', '--no-summary', ...files]),
    tool('textlint', 'write-good, alex, terminology', (files) => [
      ...['--rule', 'write-good', '--rule', 'alex', '--rule', 'terminology', ...files],
    ]),
    tool('rumdl', 'style of Markdown, in Rust', (files) => ['check', '--no-cache', ...files]),
  ]
  const here = others.filter(({ name }) => existsSync(bin(name)))
  const missing = others
    .filter((one) => !here.includes(one))
    .map(({ name }) => `${name}: ${problem ?? 'not installed'}`)
  return { tools: [remark, ...here], missing }
}

function tool(name: keyof typeof PACKAGES, does: string, args: (files: readonly string[]) => readonly string[]): Tool {
  return { name, version: versionIn(folder, name), does, command: (files) => [bin(name), ...args(files)] }
}

function versionIn(place: string, name: string): string {
  try {
    return (JSON.parse(readFileSync(join(place, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version
  } catch {
    return '?'
  }
}

/** Once, into a folder that git does not see; what is wrong when it cannot be done. */
function install(): string | undefined {
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES }, null, 2)
  const file = join(folder, 'package.json')
  if (existsSync(join(folder, 'node_modules')) && existsSync(file) && readFileSync(file, 'utf8') === manifest)
    return undefined
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, manifest)
  console.error('Installing tools for comparison …')
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return status === 0 ? undefined : (stderr.split('\n').find((line) => /error/i.test(line)) ?? 'npm install failed')
}
