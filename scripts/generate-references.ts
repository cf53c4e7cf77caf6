import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../engine/rules/load-pack.js'
import { packFiles, REFERENCES, root } from './pack-files.js'
import { renderReferences } from './references/render.js'

/** All references in all styles, by Citation.js, so that neither the build nor what ships needs it. `--check` compares and writes nothing. */
const file = join(root, REFERENCES)
const { pack } = loadPack(packFiles())
const lines = renderReferences(pack.knowledge).map((one) => JSON.stringify(one))
const text = `[\n${lines.join(',\n')}\n]\n`

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error(`${REFERENCES} is out of date: npm run generate`)
    process.exitCode = 1
  }
} else writeFileSync(file, text)
