import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import zlib, { brotliCompressSync, constants } from 'node:zlib'
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce'
import { packFromBytes, packToBytes } from '../engine/rules/packed.js'
import { root } from './pack-files.js'

/** One package for machines, and one for a browser, so that nobody downloads both pairs of bundles. */
export const targets = ['machine', 'browser'] as const
export type Target = (typeof targets)[number]

/** What the other one needs, and the entry of the manifest that leads there. */
const LEFT_OUT: Readonly<Record<Target, { readonly files: RegExp; readonly entry: 'main' | 'browser' }>> = {
  machine: { files: /^dist\/(client|server)\.browser\.js$/, entry: 'browser' },
  browser: { files: /^dist\/(client|server)\.js$/, entry: 'main' },
}

/** Packs the extension as it is built. Everything is bundled, so no dependency goes in; what may go in is named in .vscodeignore. */
export async function packVsix(target: Target): Promise<string> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const suffix = target === 'browser' ? '-web' : ''
  const packagePath = join(root, 'dist', `${manifest.name}-${manifest.version}${suffix}.vsix`)
  const folder = await stage(target, manifest)
  await tightly(() =>
    createVSIX({
      cwd: folder,
      packagePath,
      dependencies: false,
      // There is no public repository yet to which links of the README could be turned.
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      ...(target === 'browser' ? { target: 'web' } : {}),
    }),
  )
  rmSync(folder, { recursive: true })
  return packagePath
}

/** The library that writes the archive compresses middlingly and has no setting for it; the best is a hundredth smaller. */
async function tightly(pack: () => Promise<void>): Promise<void> {
  const { DeflateRaw } = zlib
  class Tight extends DeflateRaw {
    constructor() {
      super({ level: zlib.constants.Z_BEST_COMPRESSION })
    }
  }
  zlib.DeflateRaw = Tight
  try {
    await pack()
  } finally {
    zlib.DeflateRaw = DeflateRaw
  }
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly [key: string]: unknown
}

/** A folder that holds what ships and nothing else, with a manifest that says no more than an editor needs. */
async function stage(target: Target, manifest: Manifest): Promise<string> {
  const { files, entry } = LEFT_OUT[target]
  const folder = join(root, 'dist/vsix', target)
  rmSync(folder, { recursive: true, force: true })
  const all = await listFiles({ cwd: root, packageManager: PackageManager.None })
  for (const path of all.filter((path) => !files.test(path))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
  writePack(target, join(folder, 'dist/pack.bin'))
  const readme = join(folder, 'README.md')
  writeFileSync(readme, withoutLinksToFiles(withoutPictures(readFileSync(readme, 'utf8'))))
  const { [entry]: _entry, scripts: _scripts, devDependencies: _tools, bin: _bin, ...shipped } = manifest
  writeFileSync(join(folder, 'package.json'), JSON.stringify(shipped))
  writeFileSync(join(folder, '.vscodeignore'), '# All of this folder ships.\n')
  return folder
}

/** They would be a third of the package, and an editor cannot show pictures that lie beside a README. */
const withoutPictures = (markdown: string): string => markdown.replace(/^!\[[^\]]*\]\(docs\/images\/[^)]*\)\n\n?/gm, '')

/** The files that they lead to do not ship: VS Code shows the pages of rules as it needs them. */
const withoutLinksToFiles = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\((?!\w+:|#)[^)]*\)/g, '$1')

/** Small; and for a machine, where the server can read it so, smaller still than an archive can make it. A browser has no Brotli for scripts. */
function writePack(target: Target, path: string): void {
  const pack = small(readFileSync(path))
  rmSync(path)
  if (target === 'browser') writeFileSync(path, pack)
  else writeFileSync(`${path}.br`, brotliCompressSync(pack, { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } }))
}

const decoder = new TextDecoder()

const small = (pack: Uint8Array): Uint8Array =>
  packToBytes(
    packFromBytes(pack, (bytes) => decoder.decode(bytes)),
    (text) => Buffer.from(text),
    'small',
  )
