import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { root } from '../pack-files.js'
import { bundleSuite } from './bundle-suite.js'
import { cacheFolder } from './cache.js'
import { reporter } from './run-suite.js'

/** `npm run test:desktop`: the same suite in the desktop application, which is downloaded. A version or `insiders` may be named. */
async function main([version = 'stable']: readonly string[]): Promise<void> {
  const suite = await bundleSuite()
  await runPart(suite, version, 'trusted', ['--disable-workspace-trust'])
  await runPart(suite, version, 'untrusted', [])
}

async function runPart(suite: string, version: string, part: string, flags: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'proviso-desktop-'))
  const folder = join(scratch, 'workspace')
  cpSync(join(root, 'test/extension/workspaces', part), folder, { recursive: true })
  try {
    await runTests({
      version,
      cachePath: join(cacheFolder(), 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [folder, '--skip-welcome', '--user-data-dir', join(scratch, 'data'), ...flags],
      extensionTestsEnv: {
        PROVISO_TEST_PART: part,
        PROVISO_TEST_REPORTER: reporter,
        PROVISO_TEST_COUNTS: join(scratch, 'counts.json'),
      },
    })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
