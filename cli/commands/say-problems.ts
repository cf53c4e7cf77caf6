import { type ConfigProblem, sayProblem } from '../../engine/config/config-problem.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'

/** Says what is wrong with a configuration, and whether it is broken. */
export function sayProblems(problems: readonly ConfigProblem[], notices: Notices): boolean {
  for (const problem of problems) notices[problem.severity](printable(sayProblem(problem)))
  return problems.some(({ severity }) => severity === 'error')
}
