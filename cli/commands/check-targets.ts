import { statSync } from 'node:fs'
import { sayProblem } from '../../engine/config/config-problem.js'
import type { LintResult, Severity } from '../../engine/findings/finding.js'
import { type Project, type ProjectOptions, projectsFor } from '../config/project.js'
import { placesIn } from '../reports/places.js'
import type { CheckedFile, Fault, RunEnd } from '../reports/report.js'
import { noTotals, withFile } from '../reports/totals.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { progressTo } from '../terminal/progress.js'
import type { Job } from '../threads/helper.js'
import type { World } from '../world.js'
import { checkFile, type Outcome } from './check-file.js'
import type { Target, Targets } from './targets.js'

export interface Run extends ProjectOptions {
  readonly world: World
  readonly notices: Notices
  /** Takes each document that was checked, in order of path. */
  readonly add: (file: CheckedFile) => Promise<void>
  /** Whether a finding or note of this severity is shown. */
  readonly isShown: (severity: Severity) => boolean
}

/** A document that is to be checked, with the project that it belongs to. */
interface Task {
  readonly target: Target
  readonly project: Project
}

/** Checks all documents, in long runs on two threads; what goes wrong with one does not keep the others from being checked. */
export async function checkTargets({ targets, faults: missing }: Targets, run: Run): Promise<RunEnd> {
  const projectFor = announced(projectsFor(run.world, run), run.notices)
  const tasks: Task[] = []
  for (const target of targets) {
    const project = await projectFor.get(target.path)
    if (!isLeftOut(target, project, run.notices)) tasks.push({ target, project })
  }
  const faults: Fault[] = [...missing]
  let totals = noTotals
  for await (const checked of outcomes(tasks, run)) {
    if ('message' in checked) faults.push(checked)
    else {
      totals = withFile(totals, checked.result)
      await run.add(checked)
      faults.push(...cutOff(checked))
    }
  }
  return { totals, faults, configProblems: projectFor.errors.sort() }
}

/** A document with too many claims was not checked to its end. */
function cutOff({ path, places, result: { readUpTo, findings } }: CheckedFile): Fault[] {
  if (readUpTo === undefined) return []
  const { line, column } = places({ start: readUpTo, end: readUpTo }).start
  return [{ path, message: `too many claims (${findings.length}): what comes after ${line}:${column} was not checked` }]
}

/** What came of each task, in their order, whoever did them. */
async function* outcomes(tasks: readonly Task[], run: Run): AsyncIterable<CheckedFile | Fault> {
  const progress = progressTo(run.world)
  const helper = isLong(tasks, run) ? run.world.helper?.(tasks.map(jobOf)) : undefined
  const done = new Map<number, Outcome>()
  let next = 0
  const arrived = (): Outcome | undefined => done.get(next) ?? helper?.arrived(next)
  const inOrder = function* (): Iterable<CheckedFile | Fault> {
    for (let outcome = arrived(); outcome; outcome = arrived()) {
      done.delete(next)
      progress.clear()
      yield shownOf(tasks[next++] as Task, outcome, run)
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
function isLong(tasks: readonly Task[], { world }: Run): boolean {
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

function shownOf({ target: { shown }, project }: Task, outcome: Outcome, run: Run): CheckedFile | Fault {
  if ('message' in outcome) return { path: shown, message: outcome.message }
  const { source, words } = outcome
  const result = shownPart(outcome.result, run)
  const profile = outcome.result.profile?.name ?? 'general'
  return { path: shown, profile, words, pack: project.pack, places: placesIn(source), result }
}

/** Says each project's warnings when it is first met, and collects its errors. */
function announced(projectFor: (path: string) => Promise<Project>, notices: Notices) {
  const met = new Set<Project>()
  const errors: string[] = []
  const announce = ({ problems }: Project): void => {
    for (const problem of problems) {
      if (problem.severity === 'error') errors.push(sayProblem(problem))
      else notices.warning(printable(sayProblem(problem)))
    }
  }
  const get = async (path: string): Promise<Project> => {
    const project = await projectFor(path)
    if (!met.has(project)) announce(project)
    met.add(project)
    return project
  }
  return { get, errors }
}

/** A document that was asked for by name is not left out in silence. */
function isLeftOut({ path, shown, named }: Target, project: Project, notices: Notices): boolean {
  const ignored = project.isIgnored(path)
  if (ignored && named) notices.note(printable(`${shown}: not checked, since the configuration ignores it`))
  return ignored
}

const shownPart = (result: LintResult, { isShown }: Run): LintResult => ({
  ...result,
  findings: result.findings.filter(({ severity }) => isShown(severity)),
  notes: result.notes.filter(({ severity }) => isShown(severity)),
})
