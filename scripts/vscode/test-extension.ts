import { writeFileSync } from 'node:fs'
import { packVsix } from '../vsix.js'
import { bundleSuite } from './bundle-suite.js'
import { findChromium } from './chromium.js'
import { type Counts, runSuite } from './run-suite.js'
import { runWebSuite } from './run-web-suite.js'
import { serverBuild } from './server-build.js'

/** Parts of the suite, each with the window that it wants. */
const PARTS = {
  trusted: { workspace: 'trusted', trustEverything: true, isInstalled: false },
  untrusted: { workspace: 'untrusted', trustEverything: false, isInstalled: false },
  installed: { workspace: 'trusted', trustEverything: true, isInstalled: true },
} as const
type Part = keyof typeof PARTS | 'web'
const parts = [...Object.keys(PARTS), 'web'] as Part[]

/**
 * The suite in real VS Code: the server build, in a browser without a display; `web` is VS Code for the web, with no machine behind it. Arguments name parts of it. What cannot be set up on
 * this machine is named and skipped, unless `PROVISO_REQUIRE_VSCODE` is set. The counts go to the file that `PROVISO_TEST_COUNTS` names.
 */
async function main(asked: readonly Part[]): Promise<void> {
  const { passed, failed } = await test(asked.length > 0 ? asked : parts)
  const file = process.env.PROVISO_TEST_COUNTS
  if (file) writeFileSync(file, JSON.stringify({ passes: passed, failures: failed }))
  else console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

async function test(asked: readonly Part[]): Promise<Counts> {
  const browser = findChromium()
  if (!browser) return skip('no Chromium here; install one, or name it in PROVISO_CHROMIUM')
  const build = serverBuild()
  if ('missing' in build) return skip(build.missing)
  const suite = await bundleSuite()
  let passed = 0
  let failed = 0
  for (const part of asked) {
    const counts =
      part === 'web' ? await runWebSuite(build.main, browser) : await testPart(part, build.main, browser, suite)
    passed += counts.passed
    failed += counts.failed
  }
  return { passed, failed }
}

async function testPart(part: Exclude<Part, 'web'>, main: string, browser: string, suite: string): Promise<Counts> {
  const { isInstalled, ...window } = PARTS[part]
  const vsix = isInstalled ? { vsix: await packVsix('machine') } : {}
  return runSuite({ main, browser, suite, part, ...window, ...vsix })
}

function skip(reason: string): Counts {
  console.log(`skipped: the extension in real VS Code: ${reason}`)
  return { passed: 0, failed: process.env.PROVISO_REQUIRE_VSCODE ? 1 : 0 }
}

main(parts.filter((part) => process.argv.includes(part)))
