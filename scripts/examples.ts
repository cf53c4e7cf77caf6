/** Runs the examples of the rules: `npm run examples -- [RULE PREFIX]`. */
import { checkExamples } from '../engine/rules/check-examples.js'
import { loadPack } from '../engine/rules/load-pack.js'
import { packFiles } from './pack-files.js'

const prefix = process.argv[2] ?? ''
const { pack, problems } = loadPack(packFiles())
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column} ${message}`)
const results = checkExamples(
  pack,
  pack.rules.filter(({ id }) => id.startsWith(prefix)),
)
for (const { rule, kind, text, ok, message } of results)
  if (!ok) console.log(`${rule} ${kind}: ${text}\n    ${message}`)
const passed = results.filter(({ ok }) => ok).length
console.log(`${passed} of ${results.length} hold`)
process.exitCode = passed === results.length ? 0 : 1
