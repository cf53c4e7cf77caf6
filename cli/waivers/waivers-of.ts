import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { configFinder } from '../../engine/config/find-config.js'
import { type Accepted, acceptedOn, noneAccepted } from '../../engine/waivers/accepted.js'
import type { PlacedWaiver } from '../../engine/waivers/read-waivers.js'
import { waiversName } from '../../engine/waivers/waiver.js'
import type { Task } from '../commands/tasks.js'
import { shownPath, toPosix } from '../files/paths.js'
import { readText } from '../files/read-text.js'
import type { World } from '../world.js'

/** A file of waivers. `path` is absolute. */
export interface WaiversFile {
  readonly path: string
  readonly shown: string
  readonly waivers: readonly PlacedWaiver[]
  readonly accepted: Accepted
  readonly problems: readonly string[]
}

/** The file of waivers that counts for a document: the one of its configuration, else the nearest; nothing where there is none. */
export function waiversFinder(world: World): (task: Task) => Promise<WaiversFile | undefined> {
  const find = configFinder(async (path) => existsSync(path), waiversName)
  const read = new Map<string, Promise<WaiversFile>>()
  return async ({ target, project }) => {
    const path = project.waivers ?? (await find(toPosix(dirname(target.path))))
    if (path === undefined || !existsSync(path)) return undefined
    const file = read.get(path) ?? readFile(path, world)
    read.set(path, file)
    return file
  }
}

/** YAML is loaded only where there are waivers. */
async function readFile(path: string, world: World): Promise<WaiversFile> {
  const { readWaivers, sayProblem } = await import('../lazy.js')
  const shown = shownPath(world.cwd, path)
  const text = readText(path)
  if ('problem' in text) {
    return { path, shown, waivers: [], accepted: noneAccepted, problems: [`${shown}: ${text.problem}`] }
  }
  const { waivers, problems } = readWaivers(shown, text.text)
  return { path, shown, waivers, accepted: acceptedOn(waivers, world.today()), problems: problems.map(sayProblem) }
}

export interface WaiversOfRun {
  readonly acceptedFor: (path: string) => Accepted
  readonly problems: readonly string[]
  readonly files: readonly WaiversFile[]
}

/** The waivers of all documents of a run. */
export async function waiversOf(tasks: readonly Task[], world: World): Promise<WaiversOfRun> {
  const find = waiversFinder(world)
  const byPath = new Map<string, WaiversFile>()
  for (const task of tasks) {
    const file = await find(task)
    if (file) byPath.set(task.target.path, file)
  }
  const files = [...new Set(byPath.values())]
  return {
    acceptedFor: (path) => byPath.get(path)?.accepted ?? noneAccepted,
    problems: files.flatMap(({ problems }) => problems),
    files,
  }
}
