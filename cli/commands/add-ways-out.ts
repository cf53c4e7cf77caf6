import { type Command, Option } from 'commander'
import { referenceStyles } from '../../engine/rules/pack.js'
import type { World } from '../world.js'
import { type CiteOptions, cite, referenceFormats } from './cite.js'
import { examples } from './help.js'

type Done = (code: number) => void

/** The commands that lead out of a finding. */
export function addWaysOut(program: Command, world: World, done: Done): void {
  addCite(program, world, done)
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
