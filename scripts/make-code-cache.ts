import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeCacheOf, compiled, runScript } from '../cli/start/compiled.js'
import { root } from './pack-files.js'

/** Runs the built command on an example, and keeps what V8 has compiled by then. The build starts this. */
const main = join(root, 'dist/main.js')
const script = compiled(main)
process.argv = [
  process.argv[0] ?? 'node',
  main,
  'check',
  '--no-config',
  '--threads',
  '1',
  '--output-file',
  '/dev/null',
  '--quiet',
  join(root, 'examples'),
]
process.on('exit', () => {
  writeFileSync(codeCacheOf(main), script.createCachedData())
  process.exitCode = 0
})
runScript(script, main)
