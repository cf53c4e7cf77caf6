import { writeFileSync } from 'node:fs'
import { bundleSuite } from './bundle-suite.js'
import { findChromium } from './chromium.js'
import { type Counts, runSuite } from './run-suite.js'
import { serverBuild } from './server-build.js'

/**
 * The suite in real VS Code: the server build, in a browser without a display. What cannot be set up on this machine is named and
 * skipped, unless `PROVISO_REQUIRE_VSCODE` is set. The counts go to the file that `PROVISO_TEST_COUNTS` names.
 */
async function main(): Promise<void> {
  const counts = await test()
  const file = process.env.PROVISO_TEST_COUNTS
  if (file) writeFileSync(file, JSON.stringify({ passes: counts.passed, failures: counts.failed }))
  else console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exitCode = counts.failed > 0 ? 1 : 0
}

async function test(): Promise<Counts> {
  const browser = findChromium()
  if (!browser) return skip('no Chromium here; install one, or name it in PROVISO_CHROMIUM')
  const build = serverBuild()
  if ('missing' in build) return skip(build.missing)
  const suite = await bundleSuite()
  const run = { main: build.main, browser, suite }
  if (process.env.PROVISO_ONLY) return runSuite({ ...run, part: process.env.PROVISO_ONLY, trustEverything: process.env.PROVISO_ONLY !== "untrusted" })
  return add(
    await runSuite({ ...run, part: 'trusted', trustEverything: true }),
    await runSuite({ ...run, part: 'untrusted', trustEverything: false }),
  )
}

function skip(reason: string): Counts {
  console.log(`skipped: the extension in real VS Code: ${reason}`)
  return { passed: 0, failed: process.env.PROVISO_REQUIRE_VSCODE ? 1 : 0 }
}

const add = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
})

main()
