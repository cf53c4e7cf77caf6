// npm test: sets up and runs all tests. npm test -- FILE... runs those files; options go to mocha.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, inRoot, node, setUp } from './setup.mjs'

const args = process.argv.slice(2)
setUp()
const isBuilt = build()

const folder = mkdtempSync(join(tmpdir(), 'proviso-test-'))
const namesFiles = args.some((arg) => !arg.startsWith('-'))
const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', inRoot('scripts/counting-reporter.cjs')]
const runs = [
  counted([...mocha, '--import=tsx', ...(namesFiles ? args : ['test/**/*.test.ts', ...args])]),
  // In real VS Code, which takes its time: not when some files are asked for.
  ...(args.length > 0 ? [] : [counted(['--import=tsx', 'scripts/vscode/test-extension.ts'])]),
]
rmSync(folder, { recursive: true })

if (!isBuilt) console.log('The build failed; see above.')
const passed = runs.reduce((sum, run) => sum + run.passed, 0)
const failed = runs.reduce((sum, run) => sum + run.failed, isBuilt ? 0 : 1)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** What a run counted itself; when it could not even begin, or ended badly all the same, that is one failure. */
function counted(command) {
  const counts = join(folder, 'counts.json')
  rmSync(counts, { force: true })
  const code = node(command, { env: { PROVISO_TEST_COUNTS: counts } })
  try {
    const { passes, failures } = JSON.parse(readFileSync(counts, 'utf8'))
    return { passed: passes, failed: failures === 0 && code !== 0 ? 1 : failures }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
