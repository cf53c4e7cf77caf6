import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { sayProblem } from '../../engine/config/config-problem.js'
import { nearest } from '../../engine/findings/nearest.js'
import { rulePage } from '../../engine/findings/rule-page.js'
import type { Pack, Rule } from '../../engine/rules/pack.js'
import { type ProjectOptions, projectsFor } from '../config/project.js'
import { type ExitCode, exitCodes, Failure } from '../exit-codes.js'
import { coloursFor, widthOf } from '../terminal/colours.js'
import { showMarkdown } from '../terminal/markdown.js'
import { noticesTo } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import type { World } from '../world.js'
import { explainPlace, type Place } from './explain-place.js'

export interface ExplainOptions extends ProjectOptions {
  readonly color?: boolean
}

/** `proviso explain RULE` or `FILE:LINE[:COLUMN]`. */
export async function explain(subject: string, options: ExplainOptions, world: World): Promise<ExitCode> {
  const look = { colours: coloursFor(world, world.stdout, options.color), width: widthOf(world.stdout) }
  const place = readPlace(subject)
  const file = resolve(world.cwd, place?.file ?? subject)
  const { pack, problems, settingsFor } = await projectsFor(world, options)(file)
  for (const problem of problems) noticesTo(world, options.color).warning(printable(sayProblem(problem)))
  const text = place
    ? explainPlace(place, file, pack, settingsFor(file), look)
    : showMarkdown(rulePage(ruleCalled(subject, pack, world.cwd), pack), look.colours, look.width)
  world.stdout.write(text)
  return exitCodes.clean
}

function ruleCalled(name: string, { rules }: Pack, cwd: string): Rule {
  const rule = rules.find(({ id }) => id === name)
  if (!rule) throw new Failure(whatElse(name, rules, cwd))
  return rule
}

function readPlace(subject: string): Place | undefined {
  const parts = /^(.+?):(\d+)(?::(\d+))?$/.exec(subject)
  if (!parts) return undefined
  const [, file = '', line, column] = parts
  return { file, line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) }
}

function whatElse(subject: string, rules: readonly Rule[], cwd: string): string {
  if (existsSync(resolve(cwd, subject))) return `${subject} is a file; say which line: proviso explain ${subject}:LINE`
  const names = rules.map(({ id }) => id)
  const short = names.find((id) => id.endsWith(`/${subject}`))
  const meant = short ?? nearest(subject, names)
  const hint = meant ? `did you mean '${meant}'?` : "'proviso rules' lists them."
  return `no rule is called '${subject}'; ${hint}`
}
