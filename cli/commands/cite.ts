import { nearest } from '../../engine/findings/nearest.js'
import type { ReferenceStyle } from '../../engine/rules/pack.js'
import type { ShippedReference } from '../cite/references.js'
import { type ExitCode, exitCodes, Failure } from '../exit-codes.js'
import { outputTo } from '../files/output.js'
import { noticesTo } from '../terminal/notices.js'
import type { World } from '../world.js'

export const referenceFormats = ['text', 'bibtex', 'csl-json', 'ris'] as const
export type ReferenceFormat = (typeof referenceFormats)[number]

export interface CiteOptions {
  readonly format: ReferenceFormat
  readonly style: ReferenceStyle
  readonly outputFile?: string
  readonly color?: boolean
}

/** `proviso cite [ID...]`: references to the report, its limitations and the works behind them, for a bibliography. */
export async function cite(ids: readonly string[], options: CiteOptions, world: World): Promise<ExitCode> {
  const all = world.loadReferences()
  const chosen = ids.length === 0 ? all : unique(ids.flatMap((id) => referencesFor(id, all, world)))
  const output = outputTo(world, options.outputFile)
  await output.write([WRITERS[options.format](chosen, options.style)])
  output.close()
  if (options.outputFile !== undefined)
    noticesTo(world, options.color).note(`the references are in ${options.outputFile}`)
  return exitCodes.clean
}

type Writer = (references: readonly ShippedReference[], style: ReferenceStyle) => string

const WRITERS: Readonly<Record<ReferenceFormat, Writer>> = {
  text: (references, style) => references.map(({ text }) => `${text[style].replaceAll('*', '')}\n`).join('\n'),
  bibtex: (references) => references.map(({ bibtex }) => `${bibtex}\n`).join('\n'),
  'csl-json': (references) =>
    `${JSON.stringify(
      references.map(({ csl }) => csl),
      null,
      2,
    )}\n`,
  ris: (references) => references.map(({ ris }) => `${ris}\n`).join('\n'),
}

const unique = (references: readonly ShippedReference[]): ShippedReference[] => [...new Set(references)]

/** A limitation comes with the works that it rests on, a rule with its limitations. */
function referencesFor(id: string, all: readonly ShippedReference[], world: World): ShippedReference[] {
  const named = (name: string): ShippedReference[] => {
    const found = all.find((one) => one.id === name || one.key === name)
    return found ? [found, ...found.behind.flatMap((work) => all.filter((one) => one.id === work))] : []
  }
  const rules = world.loadPack().rules
  const rule = rules.find((one) => one.id === id)
  const found = rule ? [...all.filter(({ kind }) => kind === 'report'), ...rule.limitations.flatMap(named)] : named(id)
  if (found.length > 0) return found
  const meant = nearest(id, [...all.flatMap((one) => [one.id, one.key]), ...rules.map((one) => one.id)])
  throw new Failure(
    `nothing is called '${id}'; ${meant ? `did you mean '${meant}'?` : "an ID is that of the report, of a limitation, a source or a rule; 'proviso cite' lists all"}`,
  )
}
