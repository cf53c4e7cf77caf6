import type { Severity } from '../../engine/findings/finding.js'
import type { ProjectOptions } from '../config/project.js'
import { type ExitCode, Failure } from '../exit-codes.js'
import { outputTo } from '../files/output.js'
import { type Shard, shardOf } from '../files/shard.js'
import type { FixOptions } from '../fix/fix-kinds.js'
import { jobSummary } from '../reports/job-summary.js'
import { makeReport } from '../reports/make-report.js'
import type { ShardMark } from '../reports/records.js'
import type { Format, Report, RunEnd } from '../reports/report.js'
import { statisticsReport } from '../reports/statistics.js'
import { coloursFor, plain, widthOf } from '../terminal/colours.js'
import { type Notices, noticesTo } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { exitCodeOf, fails, type Limits } from '../verdict.js'
import { sayStale } from '../waivers/say-stale.js'
import { type WaiversOfRun, waiversOf } from '../waivers/waivers-of.js'
import type { World } from '../world.js'
import { type CacheOptions, cacheFor, closeCache } from './caching.js'
import { checkTargets } from './check-targets.js'
import { type SieveOptions, sievesFor } from './sieves.js'
import { type Target, targetsFor } from './targets.js'
import { type Tasks, tasksFor } from './tasks.js'

export interface ReportOptions extends Limits {
  readonly format: Format
  readonly outputFile?: string
  readonly quiet?: boolean
  readonly color?: boolean
  /** Show sentences that could stand in the place of claims. */
  readonly suggest?: boolean
  /** Numbers in place of findings. */
  readonly statistics?: boolean
  /** Which part of a run this is, for `--format jsonl`. */
  readonly mark?: ShardMark | undefined
}

export interface CheckOptions extends ReportOptions, ProjectOptions, SieveOptions, CacheOptions, FixOptions {
  readonly stdinFilename?: string
  readonly threads?: number
  readonly watch?: boolean
  /** Check one part of the documents. */
  readonly shard?: Shard
}

/** `proviso check`: findings to stdout or a file, all else to stderr. */
export async function check(paths: readonly string[], options: CheckOptions, world: World): Promise<ExitCode> {
  if (options.suggest && options.format !== 'pretty') throw new Failure('--suggest goes with --format pretty')
  const notices = noticesTo(world, options.color, options.quiet)
  const { targets: all, faults } = await targetsFor(paths, world, options.stdinFilename)
  const { part, mark } = partOf(all, options)
  const before = await tasksFor(part, options, world, notices)
  const waivers = await waiversOf(before.tasks, world)
  sayStale(waivers, world, notices)
  const tasks = await fixed(before, waivers, options, world, notices)
  const sieves = await sievesFor(tasks, options, world, notices)
  const isShown = shownBy(options)
  const cache = cacheFor(options, world)
  const code = await reported({ ...options, mark }, world, notices, (add) =>
    checkTargets({ ...tasks, configProblems: [...tasks.configProblems, ...waivers.problems].sort() }, faults, {
      ...{ world, add, isShown, sieves, cache, threads: options.threads },
      acceptedFor: waivers.acceptedFor,
    }),
  )
  if (cache) closeCache(cache, notices)
  return code
}

/** What is checked and reported is the text as it is after the fixes. */
async function fixed(
  tasks: Tasks,
  { acceptedFor }: WaiversOfRun,
  options: CheckOptions,
  world: World,
  notices: Notices,
): Promise<Tasks> {
  const { fix, diff } = options
  const dryRun = options.dryRun === true || diff === true
  if (fix === undefined) {
    if (dryRun) throw new Failure('--dry-run and --diff go with --fix')
    return tasks
  }
  const compared = { ...options, updateBaseline: false, pruneBaseline: false }
  const sieves = await sievesFor(tasks, compared, world, notices)
  const { fixTasks } = await import('../lazy.js')
  return {
    ...tasks,
    tasks: await fixTasks(tasks.tasks, { ...options, fix, dryRun, acceptedFor }, sieves, world, notices),
  }
}

type Run = (add: (file: Parameters<Report['add']>[0]) => Promise<void>) => Promise<RunEnd>

/** Reports a run as it goes on, says what could not be done, and judges it. */
export async function reported(options: ReportOptions, world: World, notices: Notices, run: Run): Promise<ExitCode> {
  const summary = jobSummary(options.format, world, notices)
  const report = reportFor(options, world, summary !== undefined)
  const output = outputTo(world, options.outputFile)
  try {
    const end = await run(async (file) => {
      report.add(file)
      summary?.add(file)
      if (report.ready) await output.write(report.ready())
    })
    await output.write(report.finish(end))
    output.close()
    summary?.append(end)
    if (options.outputFile !== undefined) notices.note(`the report is in ${options.outputFile}`)
    sayFaults(end, notices)
    return exitCodeOf(end, options)
  } catch (error) {
    output.abandon()
    throw error
  }
}

function partOf(targets: readonly Target[], { shard, updateBaseline, pruneBaseline }: CheckOptions) {
  if (!shard) return { part: targets, mark: undefined }
  if (updateBaseline || pruneBaseline)
    throw new Failure('a baseline is written by one run over all documents, without --shard')
  return shardOf(targets, shard)
}

/** Quiet leaves out infos and hints, but never what makes the run fail. */
export const shownBy =
  (options: Limits & { readonly quiet?: boolean }) =>
  (severity: Severity): boolean =>
    !options.quiet || severity === 'error' || severity === 'warning' || fails(severity, options)

function sayFaults({ faults, configProblems }: RunEnd, notices: Notices): void {
  for (const { path, message } of faults) notices.error(printable(`${path}: ${message}`))
  for (const problem of configProblems) notices.error(printable(problem))
}

function reportFor(options: ReportOptions, world: World, hasSummary: boolean): Report {
  const elsewhere = hasSummary ? 'All are in the job summary.' : '--format pretty or sarif shows all.'
  const look = lookFor(options, world)
  const { format, statistics } = options
  if (statistics) {
    if (format === 'pretty' || format === 'json') return statisticsReport(look, format)
    throw new Failure('--statistics goes with --format pretty or json')
  }
  return makeReport(format, world.loadPack(), {
    look,
    fails: (severity) => fails(severity, options),
    elsewhere,
    shard: options.mark,
  })
}

function lookFor({ color, outputFile, suggest = false }: ReportOptions, world: World) {
  const colours = color ? coloursFor(world, world.stdout, true) : plain
  if (outputFile !== undefined) return { colours, width: 100, suggest }
  return { colours: coloursFor(world, world.stdout, color), width: widthOf(world.stdout), suggest }
}
