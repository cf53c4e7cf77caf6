// node scripts/run.mjs [--built] SCRIPT.ts [arguments]: sets up, builds when asked to, then runs a TypeScript file.
import { build, run, setUp } from './setup.mjs'

const args = process.argv.slice(2)
const built = args[0] === '--built'
const [script, ...rest] = built ? args.slice(1) : args
setUp()
process.exitCode = built && !build() ? 1 : run(script, rest)
