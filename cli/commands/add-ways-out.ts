import { type Command, Option } from 'commander'
import { referenceStyles } from '../../engine/rules/pack.js'
import type { WaiversOptions } from '../waivers/list-waivers.js'
import type { WaiveOptions } from '../waivers/waive.js'
import type { World } from '../world.js'
import { type CiteOptions, cite, referenceFormats } from './cite.js'
import { examples, exitHelp } from './help.js'
import { withColour, withProject } from './options.js'

type Done = (code: number) => void

/** The commands that lead out of a finding. */
export function addWaysOut(program: Command, world: World, done: Done): void {
  addCite(program, world, done)
  addWaive(program, world, done)
  addWaivers(program, world, done)
}

function addCite(program: Command, world: World, done: Done): void {
  program
    .command('cite')
    .summary('references for a bibliography')
    .description(
      'Export references to the report, its limitations and the works behind them, for Zotero and others.\nAn ID is that of the report, a limitation, a source or a rule; without one, all are exported.',
    )
    .argument('[ids...]', 'what to export')
    .addOption(new Option('-f, --format <format>', 'how to write them').choices(referenceFormats).default('text'))
    .addOption(new Option('-s, --style <style>', 'the style of --format text').choices(referenceStyles).default('apa'))
    .option('-o, --output-file <file>', 'write to a file instead of standard output')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      examples(
        'proviso cite janku2024 --style chicago',
        'proviso cite training/rlhf-sufficient --format bibtex',
        'proviso cite --format csl-json -o limits.csl.json',
      ),
    )
    .action(async (ids: string[], options: CiteOptions) => done(await cite(ids, options, world)))
}

function addWaive(program: Command, world: World, done: Done): void {
  const command = program
    .command('waive')
    .summary('put on record that a claim stands')
    .description(
      'Put on record why a claim stands as it is, in .proviso-waivers.yaml. It is listed as waived then and fails no run,\nuntil the waiver expires, the words of the claim change, or its rule judges it otherwise.',
    )
    .argument('<place>', 'FILE:LINE[:COLUMN]')
    .requiredOption('-r, --reason <words>', 'why it stands')
    .option('-e, --evidence <reference>', 'what it rests on: a report, a table, a key of a bibliography')
    .option('-u, --until <day>', 'the last day on which the waiver holds, such as 2027-05-31')
    .option('--owner <name>', 'who answers for the claim')
    .option('--approver <name>', 'who approved it')
    .option('--model <name>', 'the model, with its version, of which it is made')
    .option('--rule <rule>', 'the rule, where several speak of one line')
  withProject(command)
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      examples(
        'proviso waive docs/launch.md:12 --reason "external audit, see evidence" \\\n      --evidence "eval-2026-31, table 7" --until 2027-05-31 --owner "safety team"',
      ),
    )
    .action(async (place: string, options: WaiveOptions) => {
      const { waive } = await import('../lazy.js')
      done(await waive(place, options, world))
    })
}

function addWaivers(program: Command, world: World, done: Done): void {
  const command = program
    .command('waivers')
    .summary('list the claims that were waived')
    .description(
      'List all waivers with their state and age. Those that have expired, have no reason, belong to no claim any more, or to\none that its rule judges otherwise, are not in force.',
    )
    .argument('[paths...]', 'documents to look into (default: all beside the waivers)')
    .addOption(new Option('-f, --format <format>', 'how to list').choices(['pretty', 'json']).default('pretty'))
    .option('--check', 'exit with 1 when a waiver is not in force')
  withProject(command)
  withColour(command)
    .addHelpText('after', examples('proviso waivers', 'proviso waivers --check') + exitHelp)
    .action(async (paths: string[], options: WaiversOptions) => {
      const { listWaivers } = await import('../lazy.js')
      done(await listWaivers(paths, options, world))
    })
}
