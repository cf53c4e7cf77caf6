import { resolve } from 'node:path'
import { sayProblem } from '../../engine/config/config-problem.js'
import { extendPack } from '../../engine/config/extend-pack.js'
import { readPackFiles } from '../../engine/config/load-packs.js'
import { checkExamples, type ExampleResult } from '../../engine/rules/check-examples.js'
import type { PackFile } from '../../engine/rules/load-pack.js'
import type { Pack, Rule } from '../../engine/rules/pack.js'
import { positionOf } from '../../engine/rules/position-of.js'
import { configFiles } from '../config/config-files.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { toPosix } from '../files/paths.js'
import { counted } from '../reports/totals.js'
import { type Colours, coloursFor } from '../terminal/colours.js'
import { noticesTo } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import type { World } from '../world.js'

export interface TestRulesOptions {
  readonly color?: boolean
}

/** `proviso test-rules [PACK]`: runs the examples of rules. Broken files are said, and the other rules are tested. */
export async function testRules(
  path: string | undefined,
  { color }: TestRulesOptions,
  world: World,
): Promise<ExitCode> {
  const colours = coloursFor(world, world.stdout, color)
  const notices = noticesTo(world, color)
  const { pack, rules, problems } = await rulesToTest(path, world)
  const results = checkExamples(pack, [...rules.keys()])
  world.stdout.write(reportText(rules, results, colours))
  for (const problem of problems) notices.error(printable(problem))
  if (problems.length > 0) return exitCodes.failed
  return results.every(({ ok }) => ok) ? exitCodes.clean : exitCodes.findings
}

interface Tested {
  readonly pack: Pack
  /** With the file of each, where there is one. */
  readonly rules: ReadonlyMap<Rule, PackFile | undefined>
  readonly problems: readonly string[]
}

async function rulesToTest(path: string | undefined, world: World): Promise<Tested> {
  const pack = world.loadPack()
  if (path === undefined) return { pack, rules: new Map(pack.rules.map((rule) => [rule, undefined])), problems: [] }
  const { files, problems: unread } = await readPackFiles(toPosix(resolve(world.cwd, path)), configFiles(world.cwd))
  const extended = extendPack(pack, files)
  return { pack: extended.pack, rules: extended.own, problems: [...unread, ...extended.problems.map(sayProblem)] }
}

function reportText(rules: Tested['rules'], results: readonly ExampleResult[], colours: Colours): string {
  const rows = [...rules].flatMap(([rule, file]) =>
    ruleRows(
      rule,
      file,
      results.filter((one) => one.rule === rule.id),
      colours,
    ),
  )
  const failed = results.filter(({ ok }) => !ok).length
  const total = `${counted(rules.size, 'rule')}, ${counted(results.length - failed, 'check')} passed, ${failed} failed`
  return `${[...rows, '', failed > 0 ? colours.red(total) : total].join('\n').trimStart()}\n`
}

function ruleRows(
  rule: Rule,
  file: PackFile | undefined,
  results: readonly ExampleResult[],
  colours: Colours,
): string[] {
  const failed = results.filter(({ ok }) => !ok)
  const count = (kind: ExampleResult['kind']): number => results.filter((one) => one.kind === kind).length
  const mark = failed.length === 0 ? colours.green('ok  ') : colours.red('FAIL')
  const heading = `${mark}  ${rule.id}  ${colours.dim(`${count('flag')} flag, ${count('clean')} clean`)}`
  return [heading, ...failed.flatMap((one) => failureRows(one, file))]
}

function failureRows({ kind, text, message }: ExampleResult, file: PackFile | undefined): string[] {
  const shown = printable(text.replace(/\s+/g, ' ').trim())
  return [`      ${placeOf(text, file)}${kind}: ${shown}`, `        ${printable(message.replace(/\s+/g, ' '))}`]
}

/** Where the example stands, when it is written there as it is. */
function placeOf(text: string, file: PackFile | undefined): string {
  const piece = text.trim().split('\n')[0] ?? ''
  if (!file?.text.includes(piece)) return file ? `${file.path}  ` : ''
  const { line, column } = positionOf(file.text, piece)
  return `${file.path}:${line}:${column}  `
}
