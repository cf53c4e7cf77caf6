import { closeSync, openSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Severity } from '../../engine/findings/finding.js'
import type { ProjectOptions } from '../config/project.js'
import { type ExitCode, Failure } from '../exit-codes.js'
import { whyUnreadable } from '../files/read-text.js'
import { makeReport } from '../reports/make-report.js'
import type { Format, RunEnd } from '../reports/report.js'
import { coloursFor, plain, widthOf } from '../terminal/colours.js'
import { type Notices, noticesTo } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { exitCodeOf, fails, type Limits } from '../verdict.js'
import type { Text, World } from '../world.js'
import { checkTargets } from './check-targets.js'
import { targetsFor } from './targets.js'

export interface CheckOptions extends Limits, ProjectOptions {
  readonly format: Format
  readonly outputFile?: string
  readonly stdinFilename?: string
  readonly quiet?: boolean
  readonly color?: boolean
}

/** `proviso check`: findings to stdout or a file, all else to stderr. */
export async function check(paths: readonly string[], options: CheckOptions, world: World): Promise<ExitCode> {
  const notices = noticesTo(world, options.color, options.quiet)
  const targets = await targetsFor(paths, world, options.stdinFilename)
  const report = makeReport(options.format, world.loadPack(), lookFor(options, world))
  const isShown = shownBy(options)
  const end = await checkTargets(targets, { ...options, world, notices, report, isShown })
  await deliver(report.finish(end), options, world, notices)
  sayFaults(end, notices)
  return exitCodeOf(end, options)
}

/** Quiet leaves out infos and hints, but never what makes the run fail. */
const shownBy =
  (options: CheckOptions) =>
  (severity: Severity): boolean =>
    !options.quiet || severity === 'error' || severity === 'warning' || fails(severity, options)

function sayFaults({ faults, configProblems }: RunEnd, notices: Notices): void {
  for (const { path, message } of faults) notices.error(printable(`${path}: ${message}`))
  for (const problem of configProblems) notices.error(printable(problem))
}

function lookFor({ color, outputFile }: CheckOptions, world: World) {
  if (outputFile !== undefined) return { colours: color ? coloursFor(world, world.stdout, true) : plain, width: 100 }
  return { colours: coloursFor(world, world.stdout, color), width: widthOf(world.stdout) }
}

async function deliver(
  text: Iterable<Text>,
  { outputFile }: CheckOptions,
  world: World,
  notices: Notices,
): Promise<void> {
  if (outputFile === undefined) for (const piece of text) await world.stdout.write(piece)
  else {
    writeReport(resolve(world.cwd, outputFile), outputFile, text)
    notices.note(`the report is in ${outputFile}`)
  }
}

function writeReport(path: string, shown: string, text: Iterable<Text>): void {
  try {
    const file = openSync(path, 'w')
    for (const piece of text) writeFileSync(file, piece)
    closeSync(file)
  } catch (error) {
    throw new Failure(`cannot write ${shown}: ${whyUnreadable(error)}`)
  }
}
