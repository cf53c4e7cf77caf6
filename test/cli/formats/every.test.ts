import { equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '../../../cli/reports/report.js'
import { inFolder, runIn, runOn } from '../workspace.js'
import { check, files } from './format.js'

describe('every format', () => {
  it('leaves the exit code as it is, also into a file', async () => {
    for (const format of formats) {
      for (const [on, code] of [
        [files, 1],
        [{ 'clean.md': 'Lunch.\n' }, 0],
        [{ 'b.md': '\0' }, 2],
      ] as const) {
        for (const output of [[], ['--output-file', 'report.out']]) {
          equal((await runOn(on, ['check', '--format', format, ...output])).code, code, `${format} ${output}`)
        }
      }
    }
  })

  it('says the same into a file as to standard output', () =>
    inFolder(files, async (folder) => {
      for (const format of formats) {
        await runIn(folder, ['check', '--format', format, '--output-file', 'out'])
        const { stdout } = await runIn(folder, ['check', '--format', format], { columns: 100 })
        equal(readFileSync(join(folder, 'out'), 'utf8'), stdout, format)
      }
    }))

  it('names every document with a finding and each rule that was found', async () => {
    for (const format of formats) {
      const report = await check(format)
      ok(report.includes('docs/launch.md'), format)
      for (const rule of ['framing/absolute-safety', 'training/capability-removed']) ok(report.includes(rule), format)
    }
  })
})
