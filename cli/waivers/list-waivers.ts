import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { configFinder } from '../../engine/config/find-config.js'
import type { Finding } from '../../engine/findings/finding.js'
import { sameVerdict } from '../../engine/waivers/accepted.js'
import type { PlacedWaiver } from '../../engine/waivers/read-waivers.js'
import { stateOf, type WaiverState, waiversName } from '../../engine/waivers/waiver.js'
import { checkFile } from '../commands/check-file.js'
import { targetsFor } from '../commands/targets.js'
import { type Task, tasksFor } from '../commands/tasks.js'
import type { ProjectOptions } from '../config/project.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { toPosix } from '../files/paths.js'
import { counted } from '../reports/totals.js'
import { type Colours, coloursFor, widthOf } from '../terminal/colours.js'
import { noticesTo } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { hang } from '../terminal/wrap.js'
import type { World } from '../world.js'
import { type WaiversFile, waiversOf } from './waivers-of.js'

export interface WaiversOptions extends ProjectOptions {
  readonly check?: boolean
  readonly format: 'pretty' | 'json'
  readonly color?: boolean
}

export interface ListedWaiver extends PlacedWaiver {
  readonly state: WaiverState
  /** Days since it was written. */
  readonly age: number
  /** The file that it stands in, as shown. */
  readonly in: string
}

/** `proviso waivers [PATH...]`: all waivers with their state and age; with `--check`, exit code 1 when one does not hold. */
export async function listWaivers(paths: readonly string[], options: WaiversOptions, world: World): Promise<ExitCode> {
  const notices = noticesTo(world, options.color)
  const { targets, faults } = await targetsFor(paths.length > 0 ? paths : [await homeFor(world)], world)
  const { tasks, configProblems } = await tasksFor(targets, options, world, notices)
  const { files, problems } = await waiversOf(tasks, world)
  const found = claimsIn(tasks)
  const listed = files.flatMap((file) => file.waivers.map((one) => listedOf(one, file, found, world.today())))
  world.stdout.write(
    options.format === 'json'
      ? jsonOf(listed)
      : prettyOf(listed, coloursFor(world, world.stdout, options.color), widthOf(world.stdout)),
  )
  for (const { path, message } of faults) notices.error(printable(`${path}: ${message}`))
  for (const problem of [...configProblems, ...problems]) notices.error(printable(problem))
  if (faults.length + configProblems.length + problems.length > 0) return exitCodes.failed
  return options.check && listed.some(({ state }) => !HOLDS.has(state)) ? exitCodes.findings : exitCodes.clean
}

const HOLDS: ReadonlySet<WaiverState> = new Set(['in force', 'not looked for'])

/** The folder of the nearest file of waivers, so that all its documents are looked into. */
async function homeFor({ cwd }: World): Promise<string> {
  const file = await configFinder(async (path) => existsSync(path), waiversName)(toPosix(cwd))
  return file === undefined ? '.' : dirname(file)
}

interface Claims {
  readonly byFingerprint: ReadonlyMap<string, Finding>
  readonly paths: ReadonlySet<string>
}

function claimsIn(tasks: readonly Task[]): Claims {
  const byFingerprint = new Map<string, Finding>()
  for (const { target, project } of tasks) {
    const checked = checkFile(target.read, target.path, project.pack, project.settingsFor(target.path))
    if ('message' in checked) continue
    for (const finding of checked.result.findings) byFingerprint.set(finding.fingerprint, finding)
  }
  return { byFingerprint, paths: new Set(tasks.map(({ target }) => toPosix(target.path))) }
}

function listedOf(waiver: PlacedWaiver, file: WaiversFile, found: Claims, today: string): ListedWaiver {
  const age = Math.max(0, Math.round((Date.parse(today) - Date.parse(waiver.date)) / (24 * 60 * 60 * 1000)))
  return { ...waiver, state: stateIn(waiver, file, found, today), age, in: file.shown }
}

/** A claim that is nowhere leaves its waiver orphaned; where its document was not looked into, nothing can be said. */
function stateIn(
  waiver: PlacedWaiver,
  file: WaiversFile,
  { byFingerprint, paths }: Claims,
  today: string,
): WaiverState {
  const own = stateOf(waiver, today)
  const finding = byFingerprint.get(waiver.claim)
  if (finding) return own === 'in force' && !sameVerdict(waiver, finding) ? 'verdict changed' : own
  const document = toPosix(resolve(dirname(file.path), waiver.file))
  return paths.has(document) || !existsSync(document) ? 'orphaned' : own === 'in force' ? 'not looked for' : own
}

const jsonOf = (listed: readonly ListedWaiver[]): string =>
  `${JSON.stringify({ version: 1, waivers: listed.map(({ line, in: file, state, age, ...waiver }) => ({ state, age, waivers: file, line, ...waiver })) }, null, 2)}\n`

function prettyOf(listed: readonly ListedWaiver[], colours: Colours, width: number): string {
  if (listed.length === 0) return 'No waivers\n'
  const rows = listed.map((one) => `${waiverRows(one, colours, width).join('\n')}\n`)
  const bad = listed.filter(({ state }) => !HOLDS.has(state)).length
  const end = `${counted(listed.length, 'waiver')}${bad === 0 ? '' : `, ${bad} of them not in force`}`
  return `${rows.join('\n')}\n${bad === 0 ? colours.green(end) : colours.yellow(end)}\n`
}

function waiverRows(one: ListedWaiver, colours: Colours, width: number): string[] {
  const paint = HOLDS.has(one.state) ? colours.green : colours.yellow
  const until = one.until === undefined ? 'no end' : `until ${one.until}`
  const people = [one.owner && `owner ${one.owner}`, one.approver && `approved by ${one.approver}`].filter(Boolean)
  const row = (label: string, text: string | undefined): string[] =>
    text === undefined || text === '' ? [] : hang(`  ${label.padEnd(10)}`, printable(text), width)
  return [
    `${paint(one.state)}  ${colours.bold(one.rule)}  ${colours.dim(printable(`${one.in}:${one.line}`))}`,
    ...row('Claim', `"${one.text}" (${one.file})`),
    ...row('Reason', one.reason ?? 'none: the waiver has no effect'),
    ...row('Evidence', one.evidence),
    ...row('Model', one.model),
    ...row('Record', [...people, `${one.date}, ${counted(one.age, 'day')} old`, until].join('; ')),
  ]
}
