import { sayProblem } from '../../engine/config/config-problem.js'
import { type PlacedProject, type ProjectOptions, projectsFor } from '../config/project.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import type { World } from '../world.js'
import type { Target } from './targets.js'

/** A document that is to be checked, with the project that it belongs to. */
export interface Task {
  readonly target: Target
  readonly project: PlacedProject
}

export interface Tasks {
  readonly tasks: readonly Task[]
  /** What is wrong with configurations, in words. */
  readonly configProblems: readonly string[]
}

/** The targets that no configuration leaves out, each with its project. */
export async function tasksFor(
  targets: readonly Target[],
  options: ProjectOptions,
  world: World,
  notices: Notices,
): Promise<Tasks> {
  const projectFor = announced(projectsFor(world, options), notices)
  const tasks: Task[] = []
  for (const target of targets) {
    const project = await projectFor.get(target.path)
    if (!isLeftOut(target, project, notices)) tasks.push({ target, project })
  }
  return { tasks, configProblems: projectFor.errors.sort() }
}

/** Says each project's warnings when it is first met, and collects its errors. */
function announced(projectFor: (path: string) => Promise<PlacedProject>, notices: Notices) {
  const met = new Set<PlacedProject>()
  const errors: string[] = []
  const announce = ({ problems }: PlacedProject): void => {
    for (const problem of problems) {
      if (problem.severity === 'error') errors.push(sayProblem(problem))
      else notices.warning(printable(sayProblem(problem)))
    }
  }
  const get = async (path: string): Promise<PlacedProject> => {
    const project = await projectFor(path)
    if (!met.has(project)) announce(project)
    met.add(project)
    return project
  }
  return { get, errors }
}

/** A document that was asked for by name is not left out in silence. */
function isLeftOut({ path, shown, named }: Target, project: PlacedProject, notices: Notices): boolean {
  const ignored = project.isIgnored(path)
  if (ignored && named) notices.note(printable(`${shown}: not checked, since the configuration ignores it`))
  return ignored
}
