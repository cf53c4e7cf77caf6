import { deepEqual, equal, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { openCache } from '../../cli/cache/cache.js'
import type { Outcome as Checked } from '../../cli/commands/check-file.js'
import { checkFile } from '../../cli/commands/check-file.js'
import { readText } from '../../cli/files/read-text.js'
import { type Helper, type Job, startHelper } from '../../cli/threads/helper.js'
import {
  arrivals,
  counters,
  isTooFar,
  MOST_AHEAD,
  setShown,
  takeJob,
  waitForArrival,
} from '../../cli/threads/shared.js'
import { defaultSettings } from '../../engine/settings.js'
import { fixturePack, here } from './fixture.js'
import { ours } from './own-rule.js'
import { type Circumstances, type Files, inFolder, runIn } from './workspace.js'

const dist = join(here, '../../dist')
const line = 'Lark is completely safe.\n\n'

/** So many documents that another thread is worth its start; most of it is a comment, which takes no time to read. */
const comment = `<!-- ${'.'.repeat(20_000)} -->\n`
const many: Files = Object.fromEntries(
  Array.from({ length: 90 }, (_, at) => [`${String(at).padStart(2, '0')}.md`, line.repeat(150 + at) + comment]),
)

type HelperOf = NonNullable<Circumstances['helper']>

/** Everything that a helper brings, once its threads have ended. */
async function allOf(helper: Helper, count: number): Promise<(Checked | undefined)[]> {
  const found: (Checked | undefined)[] = Array.from({ length: count })
  while (!helper.isOver()) {
    helper.wait()
    for (let job = 0; job < count; job++) found[job] ??= helper.arrived(job)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return found.map((one, job) => one ?? helper.arrived(job))
}

describe('further threads', function () {
  this.timeout(60_000)

  it('do what they take as the first one does', () =>
    inFolder({ 'a.md': line, 'b.md': 'c\0d' }, async (folder) => {
      const jobs: Job[] = ['a.md', 'b.md', 'c.md'].map((name) => ({
        path: join(folder, name),
        settings: defaultSettings,
      }))
      const helper = startHelper(join(dist, 'second-thread.js'), { jobs, from: 0 }, 3, folder)
      const found = await allOf(helper, 3)
      equal(helper.take(), undefined)
      equal((found[0] as Checked & { source: string }).source, line)
      deepEqual(found.slice(1), [{ message: 'this is a binary file, not text' }, { message: 'no such file or folder' }])
    }))

  it('know the rules of a team', () =>
    inFolder(
      {
        'a.md': 'We are thrilled to announce our AI model.\n',
        '.proviso.yaml': 'packs: [ours]\n',
        'ours/thrilled.yaml': ours,
      },
      async (folder) => {
        const jobs: Job[] = [
          { path: join(folder, 'a.md'), settings: defaultSettings, config: join(folder, '.proviso.yaml') },
        ]
        const [found] = await allOf(startHelper(join(dist, 'second-thread.js'), { jobs, from: 0 }, 2, folder), 1)
        ok(found && 'result' in found)
        deepEqual(
          found.result.findings.map(({ rule }) => rule),
          ['tone/thrilled'],
        )
      },
    ))

  it('change nothing in a report, whatever they take, and nothing when they fail', () =>
    inFolder(many, async (folder) => {
      const alone = await reportOf(folder, undefined)
      ok(alone.length > 1_000_000)
      for (const helper of [each(2), each(3), failing, missing]) ok((await reportOf(folder, helper)) === alone)
    }))

  it('are started only when there is much to do that no cache knows', () =>
    inFolder(many, async (folder) => {
      let started = 0
      const counting: HelperOf = (work) => {
        started++
        return each(2)(work)
      }
      const check = () => runIn(folder, ['check', '--cache-location', join(folder, '.cache')], { helper: counting })
      await runIn(folder, ['check', '00.md'], { helper: counting })
      equal(started, 0)
      await check()
      equal(started, 1)
      await check()
      equal(started, 1)
    }))

  it('never run far ahead of what is shown, so that results which wait fill no memory', () => {
    const shared = counters(0)
    const taken = Array.from({ length: MOST_AHEAD + 1 }, () => takeJob(shared, 1000) as number)
    deepEqual(
      taken.filter((job) => isTooFar(shared, job)),
      [MOST_AHEAD],
    )
    setShown(shared, 1)
    equal(isTooFar(shared, MOST_AHEAD), false)
  })
})

/** Threads that take all but each n-th job, and bring the result when they are waited for. */
function each(nth: number): HelperOf {
  return ({ jobs, from, cache: place }) => {
    const cache = place && openCache(place, fixturePack())
    const shared = counters(from)
    const brought = new Map<number, Checked>()
    const waiting: number[] = []
    return {
      take() {
        for (;;) {
          const job = takeJob(shared, jobs.length)
          if (job === undefined || job % nth === 0) return job
          waiting.push(job)
        }
      },
      arrived: (job) => brought.get(job),
      shown: (next) => setShown(shared, next),
      isTooFar: (job) => isTooFar(shared, job),
      wait() {
        const job = waiting.shift()
        if (job === undefined) return waitForArrival(shared, arrivals(shared))
        const { path, settings } = jobs[job] as Job
        brought.set(
          job,
          checkFile(() => readText(path), path, fixturePack(), settings, { cache }),
        )
      },
      isOver: () => false,
      stop: () => undefined,
    }
  }
}

/** Takes jobs and never brings one back. */
const failing: HelperOf = (work) => ({ ...(each(2)(work) as Helper), arrived: () => undefined, isOver: () => true })

/** A thread that cannot even begin. */
const missing: HelperOf = (work) => startHelper(join(dist, 'is-not-there.js'), work, 2, '/')

async function reportOf(cwd: string, helper: HelperOf | undefined): Promise<string> {
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
  return (await runIn(cwd, ['check', '--format', 'json'], helper ? { helper, breathe } : {})).stdout
}
