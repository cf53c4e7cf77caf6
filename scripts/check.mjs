// npm run check: types, lint and format, directions of imports, generated files. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRoot, root, setUp } from './setup.mjs'

setUp()

const tsx = ['--import=tsx']
const checks = [
  ['types', ['node_modules/typescript/bin/tsc', '-b', '--pretty']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['directions of imports', [...tsx, 'scripts/check-arrows.ts']],
  ['schema of the configuration is up to date', [...tsx, 'scripts/generate-schema.ts', '--check']],
  ['references are up to date', [...tsx, 'scripts/generate-references.ts', '--check']],
  ['generated documentation is up to date', [...tsx, 'scripts/generate-docs.ts', '--check']],
].filter(([, args]) => existsSync(inRoot(args.find((arg) => !arg.startsWith('-')))))

const failed = checks.filter(([name, args]) => !passes(name, args)).length
console.log(`${checks.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function passes(name, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name}`)
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd())
  return status === 0
}
