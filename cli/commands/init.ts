import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ExitCode, exitCodes, Failure } from '../exit-codes.js'
import { replaceFile } from '../files/atomic.js'
import { findDocuments } from '../files/find-documents.js'
import { noticesTo } from '../terminal/notices.js'
import type { World } from '../world.js'
import { check } from './check.js'
import { kindsOf, sayKinds } from './document-kinds.js'
import { proposal } from './proposal.js'

export interface InitOptions {
  readonly yes?: boolean
}

const CONFIG = '.proviso.yaml'
export const BASELINE = '.proviso-baseline.json'

/** `proviso init`: looks at what is there, proposes a configuration and a baseline, and writes them when it is told to. */
export async function init({ yes }: InitOptions, world: World): Promise<ExitCode> {
  if (existsSync(resolve(world.cwd, CONFIG))) throw new Failure(`${CONFIG} is here already`)
  const { documents } = await findDocuments(['.'], world.cwd)
  const kinds = kindsOf(documents)
  const known = await countFindings(world)
  const text = proposal(kinds)
  const say = (line: string): void => void world.stdout.write(`${line}\n`)
  say(sayKinds(documents, kinds))
  say(`\n${CONFIG} would be:\n\n${text.replace(/^(?=.)/gm, '    ')}`)
  if (await isWanted(`Write ${CONFIG}?`, yes, world)) {
    replaceFile(resolve(world.cwd, CONFIG), text, CONFIG)
    say(`wrote ${CONFIG}`)
  }
  if (known > 0) await offerBaseline(known, yes, world, say)
  if (!yes && !world.isInteractive) say('Nothing was written: --yes writes what is proposed.')
  return exitCodes.clean
}

async function offerBaseline(
  known: number,
  yes: boolean | undefined,
  world: World,
  say: (line: string) => void,
): Promise<void> {
  say(`\nFound already: ${known}. A baseline holds what is found, so that only what is new counts:`)
  say(`    proviso check --baseline ${BASELINE}\n`)
  if (existsSync(resolve(world.cwd, BASELINE))) return say(`${BASELINE} is here already, and stays as it is.`)
  if (!(await isWanted(`Write ${BASELINE}?`, yes, world))) return
  await check([], { ...QUIET, baseline: BASELINE, updateBaseline: true }, silent(world))
  say(`wrote ${BASELINE}`)
}

const QUIET = { format: 'json', failOn: 'never', quiet: true } as const

/** How many findings a check would show. */
async function countFindings(world: World): Promise<number> {
  const parts: string[] = []
  const into = { isTTY: false, write: (text: string | Uint8Array) => void parts.push(Buffer.from(text).toString()) }
  await check([], { ...QUIET, statistics: true }, { ...silent(world), stdout: into })
  return (JSON.parse(parts.join('')) as { total: { findings: number } }).total.findings
}

/** What a document lacks is said when it is checked; here it is only counted. */
const silent = (world: World): World => {
  const nowhere = { isTTY: false, write: () => undefined }
  return { ...world, stdout: nowhere, stderr: nowhere }
}

async function isWanted(question: string, yes: boolean | undefined, world: World): Promise<boolean> {
  if (yes) return true
  if (!world.isInteractive) return false
  world.stdout.write(`${question} [y/N] `)
  const answer = await world.ask()
  if (answer === undefined) noticesTo(world).note('no answer')
  return /^\s*y(es)?\s*$/i.test(answer ?? '')
}
