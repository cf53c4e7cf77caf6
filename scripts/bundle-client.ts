import { join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { root } from './pack-files.js'

/** dist/client.js for the desktop and for remote machines, dist/client.browser.js for a browser. VS Code loads both as CommonJS. */
export function bundleClient(): Promise<Metafile[]> {
  return Promise.all([
    bundle('node', { platform: 'node', target: 'node20' }),
    bundle('browser', { platform: 'browser', conditions: ['worker'], target: 'es2022' }),
  ])
}

const OUTPUTS = { node: 'client.js', browser: 'client.browser.js' } as const

async function bundle(entry: keyof typeof OUTPUTS, options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({
    ...options,
    entryPoints: [join(root, 'client', `${entry}.ts`)],
    outfile: join(root, 'dist', OUTPUTS[entry]),
    bundle: true,
    minify: true,
    format: 'cjs',
    external: ['vscode'],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  })
  return metafile
}
