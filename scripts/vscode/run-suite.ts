import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../pack-files.js'
import { install, placeholderExtension } from './install.js'
import { remote } from './remote.js'
import { type Served, serve } from './serve.js'
import { suiteLog } from './suite-log.js'
import { newWindow } from './window.js'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

export interface SuiteRun {
  readonly main: string
  readonly browser: string
  readonly suite: string
  /** Which of the suite's parts; see test/extension/suite.ts. */
  readonly part: string
  /** Which of test/extension/workspaces is opened. */
  readonly workspace: string
  readonly trustEverything: boolean
  /** Tests the extension as it is installed from this file, and not as it is built in this tree. */
  readonly vsix?: string
}

/** Also leaves the counts in a file: from an extension host comes no other number. */
export const reporter = join(root, 'scripts/counting-reporter.cjs')

/** Longer than the suite ever takes: a window that hangs ends the run, not the machine's patience. */
const LIMIT = 240_000

/** Runs a part of the suite in the extension host of a real window, on a fresh copy of the workspace. */
export async function runSuite(run: SuiteRun): Promise<Counts> {
  const scratch = mkdtempSync(join(tmpdir(), 'proviso-vscode-'))
  const counts = join(scratch, 'counts.json')
  const folder = join(scratch, 'workspace')
  cpSync(join(root, 'test/extension/workspaces', run.workspace), folder, { recursive: true })
  const env = {
    PROVISO_TEST_COUNTS: counts,
    PROVISO_TEST_PART: run.part,
    PROVISO_TEST_REPORTER: reporter,
  }
  const dataFolder = join(scratch, 'data')
  if (run.vsix) install(run.main, run.vsix, dataFolder)
  const developed = run.vsix ? placeholderExtension(join(scratch, 'placeholder')) : root
  const served = await serve(run.main, { dataFolder, trustEverything: run.trustEverything, env })
  try {
    const exit = await inWindow(run, served, folder, developed)
    return readCounts(counts, exit)
  } finally {
    await served.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function inWindow(
  { browser, suite }: SuiteRun,
  served: Served,
  folder: string,
  developed: string,
): Promise<number> {
  const payload = {
    extensionDevelopmentPath: remote(served, developed),
    extensionTestsPath: remote(served, suite),
    skipWelcome: 'true',
  }
  const log = suiteLog(console.log)
  const window = await newWindow({ browser, served, folder, payload })
  try {
    await window.page.exposeFunction('codeAutomationLog', log.take)
    const ended = new Promise<number>((resolve) => {
      void window.page.exposeFunction('codeAutomationExit', resolve)
    })
    await window.open()
    return await Promise.race([ended, timeLimit()])
  } finally {
    log.end()
    await window.browser.close()
  }
}

function timeLimit(): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => {
      console.log(`The window did not end within ${LIMIT / 1000} seconds.`)
      resolve(1)
    }, LIMIT).unref()
  })
}

/** Mocha's own counts. When it could not even begin, or the window ended badly all the same, that is one failure. */
function readCounts(file: string, exit: number): Counts {
  try {
    const { passes, failures } = JSON.parse(readFileSync(file, 'utf8')) as { passes: number; failures: number }
    return { passed: passes, failed: failures === 0 && exit !== 0 ? 1 : failures }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
