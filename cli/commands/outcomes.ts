import { statSync } from 'node:fs'
import { progressTo } from '../terminal/progress.js'
import type { Helper, Job } from '../threads/helper.js'
import type { World } from '../world.js'
import type { OpenCache } from './caching.js'
import { checkFile, type Outcome } from './check-file.js'
import type { Task } from './tasks.js'

export interface Done {
  readonly task: Task
  readonly outcome: Outcome
}

export interface Means {
  readonly world: World
  /** How many threads; as many as are free where nothing is said. */
  readonly threads?: number | undefined
  readonly cache?: OpenCache | undefined
}

/**
 * What came of each task, in their order, whoever did them. Other threads are started when there is much left to do that no cache knows;
 * none runs far ahead of what is shown.
 */
export async function* outcomes(tasks: readonly Task[], means: Means): AsyncIterable<Done> {
  const { world, cache } = means
  const progress = progressTo(world)
  const done = new Map<number, Outcome>()
  let helper: Helper | undefined
  let [own, next, isBegun] = [0, 0, false]

  const missed = (): void => {
    if (!isBegun) helper = startHelper(tasks, own, means)
    isBegun = true
  }
  const work = (at: number): void => {
    const { target, project } = tasks[at] as Task
    const settings = project.settingsFor(target.path)
    done.set(at, checkFile(target.read, target.path, project.pack, settings, { cache: cache?.cache, missed }))
  }
  const arrived = function* (): Iterable<Done> {
    for (;;) {
      const outcome = done.get(next) ?? helper?.arrived(next)
      if (!outcome) return
      done.delete(next)
      progress.clear()
      yield { task: tasks[next++] as Task, outcome }
      helper?.shown(next)
    }
  }
  const take = (): number | undefined => (helper ? helper.take() : own < tasks.length ? own++ : undefined)

  /** What another thread took, and what never came back from it. */
  async function* waitFor(isEnough: () => boolean): AsyncIterable<Done> {
    for (yield* arrived(); !isEnough(); yield* arrived()) {
      if (!helper || helper.isOver()) work(next)
      else helper.wait()
      await world.breathe()
    }
  }

  try {
    for (let at = take(); at !== undefined; at = take()) {
      const job = at
      yield* waitFor(() => !helper?.isTooFar(job))
      await progress.step(at, tasks.length, (tasks[at] as Task).target.shown)
      work(at)
      yield* arrived()
    }
    yield* waitFor(() => next === tasks.length)
  } finally {
    helper?.stop()
    progress.clear()
  }
}

/**
 * From so many bytes on another thread is worth its start and warm-up, some 0.8 s of processor time. Where two processors share a core it
 * wins nothing: of 1.1 MB it then made a sixth more.
 */
const LONG = 2_000_000

function startHelper(tasks: readonly Task[], from: number, { world, threads, cache }: Means): Helper | undefined {
  if (!isLong(tasks.slice(from))) return undefined
  return world.helper?.({ jobs: tasks.map((task) => jobOf(task, world)), from, threads, cache: cache?.place })
}

function isLong(tasks: readonly Task[]): boolean {
  // Other threads read what is on the disk.
  if (tasks.some(({ target }) => target.isStdin || target.isFixed)) return false
  let bytes = 0
  for (const { target } of tasks) {
    bytes += statSync(target.path, { throwIfNoEntry: false })?.size ?? 0
    if (bytes >= LONG) return true
  }
  return false
}

function jobOf({ target: { path }, project }: Task, world: World): Job {
  const { pack, config } = project
  const settings = project.settingsFor(path)
  return config !== undefined && pack !== world.loadPack() ? { path, settings, config } : { path, settings }
}
