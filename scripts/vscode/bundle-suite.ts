import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../pack-files.js'

/** The suite as one file for the extension host. Mocha stays a package: it finds its own parts by path. */
export async function bundleSuite(): Promise<string> {
  const outfile = join(root, 'dist/test/suite.js')
  await build({
    entryPoints: [join(root, 'test/extension/suite.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  return outfile
}
