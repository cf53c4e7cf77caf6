import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { sayProblem } from '../engine/config/config-problem.js'
import { loadPack } from '../engine/rules/load-pack.js'
import { bundleClient } from './bundle-client.js'
import { packFiles, root } from './pack-files.js'

/** dist/pack.json from rules/ and knowledge/, dist/cli.js from cli/, and the extension from client/. A broken rule or entry stops the build. */
async function main(): Promise<void> {
  if (!buildPack()) process.exit(1)
  await Promise.all([bundleCommand(), bundleClient()])
}

function buildPack(): boolean {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const { pack, problems } = loadPack(packFiles(), version)
  for (const problem of problems) console.error(sayProblem(problem))
  if (problems.length > 0) return false
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/pack.json'), JSON.stringify(pack))
  return true
}

/** `import('../lazy.js')` stays an import, of the bundle beside the command. */
const lazyBeside: Plugin = {
  name: 'lazy-beside',
  setup: ({ onResolve }) => onResolve({ filter: /\/lazy\.js$/ }, () => ({ path: './lazy.js', external: true })),
}

async function bundleCommand(): Promise<void> {
  await build({
    entryPoints: [join(root, 'cli/cli.ts'), join(root, 'cli/lazy.ts')],
    outdir: join(root, 'dist'),
    plugins: [lazyBeside],
    bundle: true,
    minify: true,
    // Node prints the line of a crash.
    lineLimit: 160,
    platform: 'node',
    target: 'node20.19',
    // Node 20 has them. Without this each one becomes `new RegExp(...)`, made anew in every call.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'cjs',
    // The pack lies beside the command.
    define: { 'import.meta.dirname': '__dirname' },
    legalComments: 'linked',
    logLevel: 'warning',
  })
  chmodSync(join(root, 'dist/cli.js'), 0o755)
}

main()
