import { deepEqual, equal } from 'node:assert/strict'
import { join } from 'node:path'
import type { Outcome as Checked } from '../../cli/commands/check-file.js'
import { checkFile } from '../../cli/commands/check-file.js'
import { readText } from '../../cli/files/read-text.js'
import { run } from '../../cli/run.js'
import { startHelper } from '../../cli/threads/helper.js'
import { defaultSettings } from '../../engine/settings.js'
import { fixturePack, here } from './fixture.js'
import { type Files, inFolder } from './workspace.js'

const dist = join(here, '../../dist')
const line = 'Lark is completely safe.\n\n'

/** So many documents that a second thread is worth its start. */
const many: Files = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`${String(at).padStart(2, '0')}.md`, line.repeat(1200 + at)]),
)

describe('a second thread', function () {
  this.timeout(60_000)

  it('does what it takes as the first one does', () =>
    inFolder({ 'a.md': line, 'b.md': 'c\0d' }, async (folder) => {
      const jobs = ['a.md', 'b.md', 'c.md'].map((name) => ({ path: join(folder, name), settings: defaultSettings }))
      const helper = startHelper(join(dist, 'second-thread.js'), jobs)
      await helper.ended
      equal(helper.take(), undefined)
      const found = jobs.map((_, job) => helper.arrived(job))
      equal((found[0] as Checked & { source: string }).source, line)
      deepEqual(found.slice(1), [{ message: 'this is a binary file, not text' }, { message: 'no such file or folder' }])
    }))

  it('changes nothing in a report, whatever it takes, and nothing when it fails', () =>
    inFolder(many, async (folder) => {
      const alone = await reportOf(folder, () => undefined)
      for (const script of ['second-thread.js', 'is-not-there.js']) {
        equal(await reportOf(folder, script === 'is-not-there.js' ? failing : taking), alone)
      }
    }))
})

type HelperOf = NonNullable<Parameters<typeof run>[1]['helper']>

/** Takes each second job. */
const taking: HelperOf = (jobs) => {
  let next = 0
  return {
    take: () => {
      const own = next
      next += 2
      return own < jobs.length ? own : undefined
    },
    arrived: (job) => {
      const { path, settings } = jobs[job] ?? { path: '', settings: defaultSettings }
      return job % 2 === 1 ? checkFile(() => readText(path), path, fixturePack(), settings) : undefined
    },
    ended: Promise.resolve(),
  }
}

/** Takes jobs and never brings one back. */
const failing: HelperOf = (jobs) => ({
  ...(taking(jobs) as NonNullable<ReturnType<HelperOf>>),
  arrived: () => undefined,
})

async function reportOf(cwd: string, helper: HelperOf): Promise<string> {
  const parts: string[] = []
  const write = (more: string | Uint8Array) => void parts.push(Buffer.from(more as string).toString())
  const sink = { isTTY: false, write }
  const around = { now: () => 0, breathe: async () => undefined, serve: async () => 0 }
  await run(['check', '--format', 'json'], {
    ...{ cwd, env: {}, stdout: sink, stderr: sink, ...around },
    readStdin: async () => new Uint8Array(),
    loadPack: fixturePack,
    loadReferences: () => [],
    helper,
  })
  return parts.join('')
}
