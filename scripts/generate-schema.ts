import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { configSchema } from '../engine/config/schema.js'
import { root } from './pack-files.js'

/** The JSON schema of .proviso.yaml, from the code that validates it. `--check` compares and writes nothing. */
const file = join(root, 'docs/schema/proviso.schema.json')
const schema = { title: '.proviso.yaml', ...z.toJSONSchema(configSchema, { io: 'input' }) }
const text = `${JSON.stringify(schema, null, 2)}\n`

if (process.argv.includes('--check')) {
  if (current() !== text) {
    console.error('docs/schema/proviso.schema.json is out of date: npm run generate')
    process.exitCode = 1
  }
} else {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function current(): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
