import { existsSync } from 'node:fs'
import { createTwoFilesPatch } from 'diff'
import type { Finding } from '../../engine/findings/finding.js'
import { type Accepted, withWaivers } from '../../engine/waivers/accepted.js'
import type { Task } from '../commands/tasks.js'
import { Failure } from '../exit-codes.js'
import { replaceFile } from '../files/atomic.js'
import type { Sieve } from '../only-new/sieve.js'
import { counted } from '../reports/totals.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { progressTo } from '../terminal/progress.js'
import type { WaiversOfRun } from '../waivers/waivers-of.js'
import type { World } from '../world.js'
import { bibliographyFixer, type FixedBibliography } from './fix-bibliographies.js'
import { type FixedFile, fixText, writeFixed } from './fix-file.js'
import type { FixKind, FixOptions } from './fix-kinds.js'

/** Fixes documents, one after the other, and gives the same tasks with their texts as they are then. What is refused is said. */
export async function fixTasks(
  tasks: readonly Task[],
  options: FixOptions & Pick<WaiversOfRun, 'acceptedFor'> & { readonly fix: FixKind },
  sieves: readonly Sieve[],
  world: World,
  notices: Notices,
): Promise<readonly Task[]> {
  if (tasks.some(({ target }) => target.isStdin) && !options.dryRun) {
    throw new Failure('--fix writes files; for standard input, --dry-run shows the difference')
  }
  const bibliographyFor = bibliographyFixer(world.cwd)
  const progress = progressTo(world)
  const refused: string[] = []
  const changed: FixedFile[] = []
  const fixed: Task[] = []
  for (const [at, task] of tasks.entries()) {
    await progress.step(at, tasks.length, task.target.shown)
    fixed.push(await fixOne(task))
  }
  progress.clear()
  for (const one of refused) notices.warning(printable(one))
  notices.note(printable(summary(changed, options)))
  return fixed

  async function fixOne(task: Task): Promise<Task> {
    const read = task.target.read()
    // What cannot be read is said by the check that follows.
    if ('problem' in read) return task
    const file = fixText(task, read.text, options.fix, (findings, source) =>
      sieves.reduce(
        (left, { keep }) => keep(left, { path: task.target.path, source }),
        unwaived(findings, options.acceptedFor(task.target.path)),
      ),
    )
    refused.push(...file.refused)
    if (file.after === file.before) return task
    const bibliography = file.citations > 0 ? bibliographyFor(task, file) : {}
    if (bibliography.refused) refused.push(bibliography.refused)
    if (bibliography.file) await fixBibliography(bibliography.file)
    if (options.dryRun) await world.stdout.write(patch(file))
    const problem = options.dryRun ? undefined : writeFixed(file)
    if (problem === undefined) changed.push({ ...file, before: '', after: '' })
    else refused.push(problem)
    return options.dryRun
      ? { ...task, target: { ...task.target, isFixed: true, read: () => ({ text: file.after }) } }
      : task
  }

  /** The entry comes before the citation: no key is ever without one. */
  async function fixBibliography(file: FixedBibliography): Promise<void> {
    const { path, shown, before, after } = file
    if (options.dryRun) await world.stdout.write(patch({ shown, before: before ?? '', after }))
    if (options.dryRun) return
    if (before === undefined && !existsSync(path)) replaceFile(path, after, shown)
    else {
      const problem = writeFixed({ path, shown, before: before ?? '', after })
      if (problem) refused.push(problem)
    }
    notices.note(printable(`${shown}: the report is added to the bibliography`))
  }
}

/** What the team stands by is left as it is. */
const unwaived = (findings: readonly Finding[], accepted: Accepted): readonly Finding[] =>
  withWaivers({ findings, suppressed: [], notes: [] }, accepted).findings

/** As `git apply` and `patch -p1` take it. */
const patch = ({ shown, before, after }: { shown: string; before: string; after: string }): string =>
  createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, '', '', { context: 3 }).replace(/^=+\n/, '')

function summary(changed: readonly FixedFile[], { dryRun, fix }: FixOptions): string {
  const sum = (pick: (file: FixedFile) => number): number => changed.reduce((all, file) => all + pick(file), 0)
  const done = [
    ...(fix === 'cite'
      ? [
          `${counted(
            sum(({ citations }) => citations),
            'claim',
          )} cited`,
        ]
      : []),
    `${counted(
      sum(({ removals }) => removals),
      'leftover',
    )} removed`,
  ].join(', ')
  if (changed.length === 0) return dryRun ? 'nothing would be fixed' : 'nothing to fix'
  return `${dryRun ? 'would be fixed' : 'fixed'}: ${done} in ${counted(changed.length, 'file')}`
}
