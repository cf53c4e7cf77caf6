import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { updateFile } from '../../disk/update-file.js'
import { parseDocument } from '../../engine/document/parse.js'
import { overlaps } from '../../engine/document/span.js'
import type { Finding } from '../../engine/findings/finding.js'
import { lint } from '../../engine/lint.js'
import { waiversName } from '../../engine/waivers/waiver.js'
import { problemWith, type WaiverWords, waiverFor } from '../../engine/waivers/waiver-for.js'
import { withWaiver } from '../../engine/waivers/write-waivers.js'
import { type ProjectOptions, projectsFor } from '../config/project.js'
import { type ExitCode, exitCodes, Failure } from '../exit-codes.js'
import { languageOf } from '../files/language.js'
import { shownPath, toPosix } from '../files/paths.js'
import { readText, whyUnreadable } from '../files/read-text.js'
import { linesOf } from '../reports/positions.js'
import { printable } from '../terminal/printable.js'
import type { World } from '../world.js'
import { waiversFinder } from './waivers-of.js'

export interface WaiveOptions extends ProjectOptions, WaiverWords {
  readonly rule?: string
}

/** `proviso waive FILE:LINE[:COLUMN] --reason …`: puts on record that a claim stands. */
export async function waive(place: string, options: WaiveOptions, world: World): Promise<ExitCode> {
  const today = world.today()
  const problem = problemWith(options, today)
  if (problem) throw new Failure(problem)
  const [, shown = place, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(place) ?? []
  if (line === undefined) throw new Failure(`'${place}' is no place; say which line: proviso waive ${place}:LINE`)
  const path = resolve(world.cwd, shown)
  const read = readText(path)
  if ('problem' in read) throw new Failure(`${shown}: ${read.problem}`)
  const project = await projectsFor(world, options)(path)
  const { findings } = lint(parseDocument(read.text, languageOf(path)), project.pack, project.settingsFor(path))
  const finding = chosen(
    findings,
    read.text,
    { shown, line: Number(line), column: column && Number(column) },
    options.rule,
  )
  const known = await waiversFinder(world)({ target: { path, shown, named: true, read: () => read }, project })
  const file = known?.path ?? project.waivers ?? join(homeOf(path, project.config), waiversName)
  const { reason, evidence, owner, approver, until, model } = options
  const words = { reason, evidence, owner, approver, until, model } as WaiverWords
  const named = toPosix(relative(dirname(file), path))
  const shownFile = shownPath(world.cwd, file)
  try {
    await updateFile(file, (text) => withWaiver(text, waiverFor(finding, read.text, named, words, today), shownFile))
  } catch (error) {
    throw new Failure(`cannot write ${shownFile}: ${whyUnreadable(error)}`)
  }
  const end = until ? `until ${until}` : 'with no end'
  world.stdout.write(`${printable(`${shown}:${line}: ${finding.rule} is waived ${end}, in ${shownFile}`)}\n`)
  return exitCodes.clean
}

interface Place {
  readonly shown: string
  readonly line: number
  readonly column: number | '' | undefined
}

/** The one claim that is meant. */
function chosen(findings: readonly Finding[], source: string, { shown, line, column }: Place, rule?: string): Finding {
  const lines = linesOf(source)
  const start = lines.offsetOf(line, column || undefined)
  if (start === undefined) throw new Failure(`${shown} has no line ${line}`)
  const span = { start, end: column ? start + 1 : Math.max(start + 1, start + lines.line(line).text.length) }
  const there = findings.filter((one) => overlaps(one.span, span) && (rule === undefined || one.rule === rule))
  const [only, ...more] = there
  if (!only) throw new Failure(`no claim is found at ${shown}:${line}${rule ? ` by ${rule}` : ''}: nothing to waive`)
  if (more.length === 0) return only
  const places = there.map((one) => `${lines.positionOf(one.span.start).column} (${one.rule})`).join(', ')
  throw new Failure(`several claims are found at ${shown}:${line}; say which: --rule RULE, or a column: ${places}`)
}

/** Where a new file of waivers goes: beside the configuration, else at the top of the repository, else beside the document. */
function homeOf(path: string, config: string | undefined): string {
  if (config !== undefined) return dirname(config)
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return dirname(path)
  }
}
