import type { ProjectOptions } from '../config/project.js'
import { type ExitCode, exitCodes, Failure } from '../exit-codes.js'
import { outputTo } from '../files/output.js'
import { claimsIn, type LedgerFile } from '../ledger/claims-in.js'
import { ledgerCsv, ledgerJson, ledgerMarkdown, ledgerMermaid, ledgerTable } from '../ledger/formats.js'
import type { LedgerFormat } from '../ledger/ledger-formats.js'
import { ledgerPage } from '../review/review-page.js'
import { noticesTo } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import { waiversOf } from '../waivers/waivers-of.js'
import type { World } from '../world.js'
import { targetsFor } from './targets.js'
import { tasksFor } from './tasks.js'

export interface ClaimsOptions extends ProjectOptions {
  readonly format: LedgerFormat
  readonly outputFile?: string
  readonly color?: boolean
  readonly stdinFilename?: string
}

/** `proviso claims`: every claim that is seen, with what became of it. Claims are no failure: 0 unless something could not be read. */
export async function claims(paths: readonly string[], options: ClaimsOptions, world: World): Promise<ExitCode> {
  const { files, failed } = await ledgerFiles(paths, options, world)
  if (options.format === 'mermaid' && files.length !== 1)
    throw new Failure(`a map is of one document, and these are ${files.length}`)
  await written(textOf(files, options.format, world), options.outputFile, world)
  return failed ? exitCodes.failed : exitCodes.clean
}

/** The documents that paths stand for, read for their claims; what could not be read is said. */
export async function ledgerFiles(
  paths: readonly string[],
  options: Omit<ClaimsOptions, 'format'>,
  world: World,
): Promise<{ files: readonly LedgerFile[]; failed: boolean }> {
  const notices = noticesTo(world, options.color)
  const { targets, faults } = await targetsFor(paths, world, options.stdinFilename)
  const { tasks, configProblems } = await tasksFor(targets, options, world, notices)
  const waivers = await waiversOf(tasks, world)
  const files: LedgerFile[] = []
  const wrong = [...faults.map(({ path, message }) => `${path}: ${message}`), ...configProblems, ...waivers.problems]
  for (const task of tasks) {
    const outcome = claimsIn(task, waivers.acceptedFor(task.target.path))
    if ('message' in outcome) wrong.push(`${outcome.path}: ${outcome.message}`)
    else files.push(outcome)
  }
  for (const one of wrong) notices.error(printable(one))
  return { files, failed: wrong.length > 0 }
}

export async function written(text: string, file: string | undefined, world: World): Promise<void> {
  const output = outputTo(world, file)
  try {
    await output.write([text])
    output.close()
  } catch (error) {
    output.abandon()
    throw error
  }
}

function textOf(files: readonly LedgerFile[], format: LedgerFormat, world: World): string {
  const all = files.flatMap((file) => file.claims)
  const { version } = world.loadPack()
  const makers: Readonly<Record<LedgerFormat, () => string>> = {
    table: () => ledgerTable(all),
    csv: () => ledgerCsv(all),
    json: () => ledgerJson(files, version),
    md: () => ledgerMarkdown(all),
    html: () => ledgerPage(files, world.loadPack()),
    mermaid: () => ledgerMermaid(files[0] as LedgerFile),
  }
  return makers[format]()
}
