import { statSync } from 'node:fs'
import { progressTo } from '../terminal/progress.js'
import type { Job } from '../threads/helper.js'
import type { World } from '../world.js'
import { checkFile, type Outcome } from './check-file.js'
import type { Task } from './tasks.js'

export interface Done {
  readonly task: Task
  readonly outcome: Outcome
}

/** What came of each task, in their order, whoever did them. */
export async function* outcomes(tasks: readonly Task[], world: World): AsyncIterable<Done> {
  const progress = progressTo(world)
  const helper = isLong(tasks, world) ? world.helper?.(tasks.map(jobOf)) : undefined
  const done = new Map<number, Outcome>()
  let next = 0
  const arrived = (): Outcome | undefined => done.get(next) ?? helper?.arrived(next)
  const inOrder = function* (): Iterable<Done> {
    for (let outcome = arrived(); outcome; outcome = arrived()) {
      done.delete(next)
      progress.clear()
      yield { task: tasks[next++] as Task, outcome }
    }
  }
  let own = 0
  const take = (): number | undefined => (helper ? helper.take() : own < tasks.length ? own++ : undefined)
  for (let at = take(); at !== undefined; at = take()) {
    const task = tasks[at] as Task
    await progress.step(at, tasks.length, task.target.shown)
    done.set(at, outcomeOf(task))
    yield* inOrder()
  }
  await helper?.ended
  for (; next < tasks.length; yield* inOrder()) if (!arrived()) done.set(next, outcomeOf(tasks[next] as Task))
  progress.clear()
}

/** From so many bytes on a second thread saves more than it costs to start. */
const LONG = 300_000

/** Only the built-in rules are at hand in the second thread. */
function isLong(tasks: readonly Task[], world: World): boolean {
  if (tasks.length < 2 || tasks.some(({ project }) => project.pack !== world.loadPack())) return false
  let bytes = 0
  for (const { target } of tasks) {
    bytes += statSync(target.path, { throwIfNoEntry: false })?.size ?? 0
    if (bytes >= LONG) return true
  }
  return false
}

const jobOf = ({ target: { path }, project }: Task): Job => ({ path, settings: project.settingsFor(path) })

const outcomeOf = ({ target: { path, read }, project }: Task): Outcome =>
  checkFile(read, path, project.pack, project.settingsFor(path))
