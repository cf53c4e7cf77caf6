import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { sayProblem } from '../engine/config/config-problem.js'
import { loadPack } from '../engine/rules/load-pack.js'
import { packToBytes } from '../engine/rules/packed.js'
import { bundleClient } from './bundle-client.js'
import { notices, noticesFile } from './notices.js'
import { packFiles, REFERENCES, root } from './pack-files.js'

/** dist/pack.bin from rules/ and knowledge/, a bundle from each of cli/, server/ and client/, and what their licenses ask for. A broken rule or entry stops the build. */
async function main(): Promise<void> {
  if (!buildPack()) process.exit(1)
  const bundles = await Promise.all([bundleCommand(), bundleServer(), bundleClient()])
  writeFileSync(join(root, noticesFile), notices(bundles.flat()))
}

function buildPack(): boolean {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const { pack, problems } = loadPack(packFiles(), version)
  for (const problem of problems) console.error(sayProblem(problem))
  if (problems.length > 0) return false
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(
    join(root, 'dist/pack.bin'),
    packToBytes(pack, (text) => Buffer.from(text)),
  )
  return true
}

/** `import('../lazy.js')` stays an import, of the bundle beside the command. */
const lazyBeside: Plugin = {
  name: 'lazy-beside',
  setup: ({ onResolve }) => onResolve({ filter: /\/lazy\.js$/ }, () => ({ path: './lazy.js', external: true })),
}

/** What zod says in fifty languages is a third of a bundle. English is imported by itself. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup: ({ onLoad }) => onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: '' })),
}

const common = {
  outdir: join(root, 'dist'),
  bundle: true,
  minify: true,
  // Node prints the line of a crash.
  lineLimit: 160,
  // Node 20 has them. Without this each one becomes `new RegExp(...)`, made anew in every call.
  supported: { 'regexp-unicode-property-escapes': true },
  plugins: [englishOnly],
  // Licenses go into a file of their own: see notices.ts.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions

/** The pack lies beside what is built. */
const onNode = {
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  // Only `createRequire` asks for the address of a module, and takes a path as well.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
} as const satisfies BuildOptions

async function bundleCommand(): Promise<Metafile> {
  const { metafile } = await build({
    ...common,
    ...onNode,
    entryPoints: {
      cli: join(root, 'cli/start.ts'),
      main: join(root, 'cli/main.ts'),
      lazy: join(root, 'cli/lazy.ts'),
      'second-thread': join(root, 'cli/threads/second-thread.ts'),
    },
    plugins: [...common.plugins, lazyBeside],
    // What is loaded later is required: code that comes from the code cache has no way to import.
    supported: { ...common.supported, 'dynamic-import': false },
    define: { ...onNode.define, PROVISO_BUILD: JSON.stringify(buildId()) },
  })
  copyFileSync(join(root, REFERENCES), join(root, 'dist/references.json'))
  chmodSync(join(root, 'dist/cli.js'), 0o755)
  makeCodeCache()
  return metafile
}

/** For this V8; without it the command only starts a little later. */
function makeCodeCache(): void {
  for (const name of readdirSync(join(root, 'dist')))
    if (/^main-.*\.cache$/.test(name)) rmSync(join(root, 'dist', name))
  const args = ['--import=tsx', join(root, 'scripts/make-code-cache.ts')]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) console.error(`no code cache: ${stderr}`)
}

/** The same for the same sources, rules and knowledge: results in a cache are of one build. */
function buildId(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'dist/pack.bin')))
  for (const folder of ['engine', 'cli']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(root, folder, name)))
    }
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 32)
}

/** One for a machine, and one for a web worker, where the client hands over the pack. */
async function bundleServer(): Promise<Metafile[]> {
  const node = await build({ ...common, ...onNode, entryPoints: { server: join(root, 'server/node.ts') } })
  const browser = await build({
    ...common,
    entryPoints: { 'server.browser': join(root, 'server/browser.ts') },
    platform: 'browser',
    conditions: ['worker'],
    target: 'es2022',
    format: 'iife',
  })
  return [node.metafile, browser.metafile]
}

main()
