import { deepEqual, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { inFolder } from '../cli/workspace.js'
import { root } from './cited.js'

const FILES = 1000
const OLD = '# An AI model\n\nOur guardrails cannot be bypassed. The hall is open.\n'

/** Starts a fix of many files, ends it without a warning once `count` of them have changed, and says how many files are old and new. */
async function killedAfter(count: number): Promise<{ old: number; fresh: number }> {
  const files = Object.fromEntries(Array.from({ length: FILES }, (_, at) => [`${String(at).padStart(4, '0')}.md`, OLD]))
  return inFolder(files, async (folder) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'check', '--fix=cite', '--quiet'], {
      cwd: folder,
      stdio: 'ignore',
    })
    const changed = new Set<string>()
    const watcher = watch(folder, (_, name) => {
      if (name?.endsWith('.md')) changed.add(name)
      if (changed.size >= count) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    watcher.close()
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
    const fresh = texts.filter((text) =>
      /^# An AI model\n\nOur guardrails cannot be bypassed\.\[\^janku2024-p17\] The hall is open\.\n\n\[\^janku2024-p17\]: .*\)\n$/.test(
        text,
      ),
    )
    const old = texts.filter((text) => text === OLD)
    deepEqual([texts.length, old.length + fresh.length], [FILES, FILES])
    return { old: old.length, fresh: fresh.length }
  })
}

describe('A fix that is killed', () => {
  for (const count of [1, 2, 10, 60, 150, 300, 500, 800]) {
    it(`leaves each file old or new when it ends after ${count} of ${FILES}`, async () => {
      const { old, fresh } = await killedAfter(count)
      ok(fresh > 0, 'nothing was written before the end')
      ok(old > 0 || count > 500, 'it ended too late to show anything')
    })
  }
})
