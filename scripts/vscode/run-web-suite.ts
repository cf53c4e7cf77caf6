import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { root } from '../pack-files.js'
import { CHROMIUM_FLAGS } from './chromium.js'
import type { Counts } from './run-suite.js'
import { serveWeb } from './serve-web.js'
import { suiteLog } from './suite-log.js'
import { COUNTS } from './suite-marks.js'

const SUITE = 'dist/test/suite.web.js'

/** Longer than the suite ever takes. */
const LIMIT = 180_000

/** Runs test/extension/web in VS Code for the web: the extension host is a worker, and the workspace lies on no disk. */
export async function runWebSuite(main: string, executablePath: string): Promise<Counts> {
  await bundle()
  const served = await serveWeb({
    main,
    folders: { proviso: root, files: join(root, 'test/extension/web/files') },
    extensions: ['/proviso', '/files'],
    suite: `/proviso/${SUITE}`,
    workspace: 'memory:/workspace',
  })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    return await counted(await context.newPage(), served.origin)
  } finally {
    await browser.close()
    await served.stop()
  }
}

async function counted(page: Page, origin: string): Promise<Counts> {
  let counts: Counts | undefined
  const log = suiteLog((line) => {
    if (!line.startsWith(COUNTS)) return console.log(line)
    const { passes, failures } = JSON.parse(line.slice(COUNTS.length)) as { passes: number; failures: number }
    counts = { passed: passes, failed: failures }
  })
  await page.exposeFunction('codeAutomationLog', log.take)
  const ended = new Promise<void>((resolve) => {
    void page.exposeFunction('codeAutomationExit', () => resolve())
  })
  const limit = new Promise<void>((resolve) => {
    setTimeout(resolve, LIMIT).unref()
  })
  await page.goto(origin)
  await Promise.race([ended, limit])
  log.end()
  return counts ?? { passed: 0, failed: 1 }
}

/** Mocha makes itself the module that it is bundled into, so that is set right at the end. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: [join(root, 'test/extension/web/suite.ts')],
    outfile: join(root, SUITE),
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite' },
    external: ['vscode'],
    logLevel: 'warning',
  })
}
