// npm test: sets up and runs all tests. npm test -- FILE... runs those files; options go to mocha.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, inRoot, node, setUp } from './setup.mjs'

const args = process.argv.slice(2)
setUp()
const isBuilt = build()

const folder = mkdtempSync(join(tmpdir(), 'proviso-test-'))
const counts = join(folder, 'counts.json')
const files = args.some((arg) => !arg.startsWith('-')) ? args : ['test/**/*.test.ts', ...args]
const mocha = ['node_modules/mocha/bin/mocha.js', '--import=tsx', '--reporter', inRoot('scripts/counting-reporter.cjs')]
const code = node([...mocha, ...files], { env: { PROVISO_TEST_COUNTS: counts } })
const { passed, failed: failedTests } = readCounts()
rmSync(folder, { recursive: true })

if (!isBuilt) console.log('The build failed; see above.')
const failed = failedTests + (isBuilt ? 0 : 1)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || code !== 0 ? 1 : 0

/** Mocha's own counts; when it could not even begin, that is one failure. */
function readCounts() {
  try {
    const { passes, failures } = JSON.parse(readFileSync(counts, 'utf8'))
    return { passed: passes, failed: failures === 0 && code !== 0 ? 1 : failures }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
