import type { Finding, LintResult, Severity } from '../../engine/findings/finding.js'
import { type Accepted, noneAccepted, withWaivers } from '../../engine/waivers/accepted.js'
import type { Sieve } from '../only-new/sieve.js'
import { placesIn } from '../reports/places.js'
import type { CheckedFile, Fault, Hidden, RunEnd } from '../reports/report.js'
import { noTotals, withFile } from '../reports/totals.js'
import type { Checked } from './check-file.js'
import { type Means, outcomes } from './outcomes.js'
import type { Task, Tasks } from './tasks.js'

export interface Run extends Means {
  /** Takes each document that was checked, in order of path. */
  readonly add: (file: CheckedFile) => Promise<void>
  /** Whether a finding or note of this severity is shown. */
  readonly isShown: (severity: Severity) => boolean
  /** What takes findings out that are not new, one after the other. */
  readonly sieves: readonly Sieve[]
  /** Claims of a document that the team stands by. */
  readonly acceptedFor?: (path: string) => Accepted
}

/** Checks all documents; what goes wrong with one does not keep the others from being checked. */
export async function checkTargets(
  { tasks, configProblems }: Tasks,
  missing: readonly Fault[],
  run: Run,
): Promise<RunEnd> {
  const faults: Fault[] = [...missing]
  const faulty: string[] = []
  let totals = noTotals
  for await (const { task, outcome } of outcomes(tasks, run)) {
    const { shown: path } = task.target
    if ('message' in outcome) {
      faults.push({ path, message: outcome.message })
      faulty.push(task.target.path)
    } else {
      const file = shownOf(task, outcome, run)
      totals = withFile(totals, file)
      await run.add(file)
      faults.push(...cutOff(file, outcome.result))
    }
  }
  for (const sieve of run.sieves) sieve.end?.(faulty)
  return { totals, faults, configProblems }
}

/** A document with too many claims was not checked to its end. */
function cutOff({ path, places }: CheckedFile, { readUpTo, findings }: LintResult): Fault[] {
  if (readUpTo === undefined) return []
  const { line, column } = places({ start: readUpTo, end: readUpTo }).start
  return [{ path, message: `too many claims (${findings.length}): what comes after ${line}:${column} was not checked` }]
}

function shownOf({ target, project }: Task, checked: Checked, { isShown, sieves, acceptedFor }: Run): CheckedFile {
  const { source, words } = checked
  const result = withWaivers(checked.result, acceptedFor?.(target.path) ?? noneAccepted)
  const { findings, hidden } = sifted(result.findings, sieves, { path: target.path, source }, isShown)
  return {
    path: target.shown,
    profile: result.profile?.name ?? 'general',
    words,
    pack: project.pack,
    places: placesIn(source),
    result: { ...result, findings, notes: result.notes.filter(({ severity }) => isShown(severity)) },
    hidden,
  }
}

/** What no sieve and no severity takes out, and how many of those that would be shown each sieve took. */
function sifted(
  all: readonly Finding[],
  sieves: readonly Sieve[],
  document: Parameters<Sieve['keep']>[1],
  isShown: Run['isShown'],
) {
  const shown = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => isShown(severity))
  const hidden: Partial<Record<keyof Hidden, number>> = {}
  let left = all
  for (const { kind, keep } of sieves) {
    const kept = keep(left, document)
    hidden[kind] = shown(left).length - shown(kept).length
    left = kept
  }
  return { findings: shown(left), hidden: hidden as Hidden }
}
