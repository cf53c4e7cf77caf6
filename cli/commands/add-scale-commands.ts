import type { Command } from 'commander'
import type { ProjectOptions } from '../config/project.js'
import type { World } from '../world.js'
import type { Done } from './add-commands.js'
import type { ReportOptions } from './check.js'
import { examples, exitHelp } from './help.js'
import { merge } from './merge.js'
import { withColour, withProject, withReport } from './options.js'
import { pipe } from './pipe.js'

/** Commands for more documents than one machine takes. */
export function addScaleCommands(program: Command, world: World, done: Done): void {
  addMerge(program, world, done)
  addPipe(program, world, done)
}

function addMerge(program: Command, world: World, done: Done): void {
  const command = program
    .command('merge')
    .summary('join parts of a run into one report')
    .description(
      'Join what check --format jsonl and pipe have written, in any order, into the report that one run over all\ndocuments would have printed. The documents themselves are not needed.',
    )
    .argument('<parts...>', 'files of JSON lines, or - for standard input')
  withReport(command)
  withColour(command)
    .addHelpText(
      'after',
      examples('proviso merge part-*.jsonl', 'proviso merge part-*.jsonl -f sarif -o proviso.sarif') + exitHelp,
    )
    .action(async (parts: string[], options: ReportOptions) => done(await merge(parts, options, world)))
}

function addPipe(program: Command, world: World, done: Done): void {
  const command = program.command('pipe').summary('check documents from a stream').description(pipeHelp)
  withProject(command)
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      examples('proviso pipe < documents.jsonl > results.jsonl', 'parallel --pipe -k proviso pipe < documents.jsonl'),
    )
    .action(async (options: ProjectOptions) => done(await pipe(options, world)))
}

const pipeHelp = `Check documents from a stream: for each line in, {"path": ..., "text": ...}, one line out.

The answers come in the order of the lines, each as soon as it is made, and nothing is kept between
two lines. A line that is no such object is answered by {"kind": "error", "error": ...}.
The exit code is 0 when every line was answered: findings are in the answers.`
