import { sayProblem } from '../../engine/config/config-problem.js'
import { parseDocument } from '../../engine/document/parse.js'
import type { LintResult, Severity } from '../../engine/findings/finding.js'
import { lint } from '../../engine/lint.js'
import { type Project, type ProjectOptions, projectsFor } from '../config/project.js'
import { languageOf } from '../files/language.js'
import type { CheckedFile, Fault, Report, RunEnd } from '../reports/report.js'
import { noTotals, withFile } from '../reports/totals.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { progressTo } from '../terminal/progress.js'
import type { World } from '../world.js'
import type { Target, Targets } from './targets.js'

export interface Run extends ProjectOptions {
  readonly world: World
  readonly notices: Notices
  readonly report: Report
  /** Whether a finding or note of this severity is shown. */
  readonly isShown: (severity: Severity) => boolean
}

/** Checks one document after the other; what goes wrong with one does not keep the others from being checked. */
export async function checkTargets({ targets, faults: missing }: Targets, run: Run): Promise<RunEnd> {
  const projectFor = announced(projectsFor(run.world, run), run.notices)
  const progress = progressTo(run.world)
  const faults: Fault[] = [...missing]
  let totals = noTotals
  for (const [index, target] of targets.entries()) {
    await progress.step(index, targets.length, target.shown)
    const project = await projectFor.get(target.path)
    if (isLeftOut(target, project, run.notices)) continue
    const checked = checkOne(target, project, run)
    if ('message' in checked) faults.push(checked)
    else {
      totals = withFile(totals, checked.result)
      run.report.add(checked)
    }
  }
  progress.clear()
  return { totals, faults, configProblems: projectFor.errors }
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

function checkOne({ path, shown, read }: Target, project: Project, run: Run): CheckedFile | Fault {
  const found = read()
  if ('problem' in found) return { path: shown, message: found.problem }
  const { pack } = project
  const settings = project.settingsFor(path)
  try {
    const result = lint(parseDocument(found.text, languageOf(path)), pack, settings)
    return { path: shown, source: found.text, profile: settings.profile, pack, result: shownPart(result, run) }
  } catch (error) {
    return { path: shown, message: `internal error: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const shownPart = (result: LintResult, { isShown }: Run): LintResult => ({
  ...result,
  findings: result.findings.filter(({ severity }) => isShown(severity)),
  notes: result.notes.filter(({ severity }) => isShown(severity)),
})
