import { deepEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/pack-files.js'
import { packVsix, type Target, targets } from '../../scripts/vsix.js'
import { namesInZip } from './zip.js'

/** A megabyte, and 50 kB since kinds of documents and their elements came to the rules. */
const LARGEST = 1_050_000

const BUNDLES: Readonly<Record<Target, readonly string[]>> = {
  machine: ['dist/client.js', 'dist/server.js', 'dist/pack.bin.br'],
  browser: ['dist/client.browser.js', 'dist/server.browser.js', 'dist/pack.bin'],
}

describe('the package of the extension', () => {
  for (const target of targets) {
    it(`for a ${target} holds these files and no others, and is small`, async () => {
      const zip = readFileSync(await packVsix(target))
      deepEqual(namesInZip(zip).sort(), ['[Content_Types].xml', 'extension.vsixmanifest', ...expected(target)].sort())
      ok(zip.length < LARGEST, `${zip.length} bytes`)
    })
  }
})

/** vsce writes some names its own way. */
const expected = (target: Target): string[] =>
  [
    ...['package.json', 'readme.md', 'changelog.md', 'LICENSE.txt'],
    ...BUNDLES[target],
    ...['dist/THIRD-PARTY-NOTICES.txt', 'docs/schema/proviso.schema.json'],
    ...['examples/launch-post.md', 'media/icon.png', 'media/mark.svg'],
    ...filesIn('media/walkthrough'),
    'syntaxes/directives.tmLanguage.json',
  ].map((path) => `extension/${path}`)

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
