import Mocha from 'mocha'
import { SUITE_BEGINS } from '../../scripts/vscode/suite-log.js'
import { activation } from './cases/activation.js'
import { untrusted } from './cases/untrusted.js'

/** The parts of the suite. Each is run in a window of its own: see scripts/vscode/test-extension.ts. */
const PARTS: Readonly<Record<string, readonly (() => void)[]>> = {
  trusted: [activation],
  untrusted: [untrusted],
}

/** VS Code calls this in the extension host. */
export async function run(): Promise<void> {
  console.log(SUITE_BEGINS)
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    color: false,
    reporter: process.env.PROVISO_TEST_REPORTER ?? 'spec',
  })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  for (const part of PARTS[process.env.PROVISO_TEST_PART ?? 'trusted'] ?? []) part()
  const failures = await new Promise<number>((resolve) => mocha.run(resolve))
  if (failures > 0) throw new Error(`${failures} failed`)
}
