import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/pack-files.js'

interface Seen {
  readonly timeout?: string
  readonly problem?: string
  readonly diagnostic?: { readonly code: string; readonly source: string; readonly lnum: number; readonly col: number }
  readonly hover?: string
  readonly actions?: readonly string[]
  readonly text?: string
}

/** What Neovim, without a window, got from the built server for a document. */
function driveNeovim(command: string, text: string): Seen {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-nvim-'))
  try {
    const file = join(folder, 'draft.md')
    writeFileSync(file, text)
    const { stdout, stderr } = spawnSync(
      command,
      ['--headless', '-u', 'NONE', '-n', '-S', join(root, 'test/editors/neovim.lua')],
      {
        encoding: 'utf8',
        timeout: 120_000,
        env: {
          ...process.env,
          PROVISO_SERVER: join(root, 'dist/server.js'),
          PROVISO_FILE: file,
          PROVISO_NODE: process.execPath,
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
        },
      },
    )
    const line = stdout.split('\n').find((one) => one.startsWith('{'))
    assert.ok(line, `Neovim said: ${stdout}${stderr}`)
    return JSON.parse(line) as Seen
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('Neovim', () => {
  it('shows the diagnostic and the hover, and applies the citation', async function () {
    const { neovim } = await import('../../scripts/neovim.mjs')
    const found = neovim()
    if (!('command' in found) || found.command === undefined) {
      console.log(`    skipped: ${found.missing}`)
      return this.skip()
    }
    const seen = driveNeovim(found.command, '# An AI model\n\n🙂 Our guardrails cannot be bypassed.\n')
    assert.deepEqual([seen.timeout, seen.problem], [undefined, undefined])
    assert.deepEqual(
      [seen.diagnostic?.code, seen.diagnostic?.source, seen.diagnostic?.lnum],
      ['training/safeguard-permanent', 'proviso', 2],
    )
    assert.match(seen.hover ?? '', /Fair to write/)
    assert.equal(seen.actions?.[0], 'Cite the limitation (Janků et al., p. 17)')
    assert.match(seen.text ?? '', /🙂 Our guardrails cannot be bypassed\.\[\^janku2024-p17\]\n/)
    assert.match(seen.text ?? '', /\n\[\^janku2024-p17\]: Janků, D\., .* \(n\.d\.\)/)
  })
})
