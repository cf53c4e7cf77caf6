import { type Command, Option } from 'commander'
import type { World } from '../world.js'
import type { Done } from './add-commands.js'
import { examples } from './help.js'
import { type InitOptions, init } from './init.js'
import { withProject } from './options.js'
import { type PrintConfigOptions, printConfig } from './print-config.js'

/** Commands about configurations. */
export function addSetupCommands(program: Command, world: World, done: Done): void {
  addInit(program, world, done)
  addPrintConfig(program, world, done)
}

function addInit(program: Command, world: World, done: Done): void {
  program
    .command('init')
    .summary('propose a configuration and a baseline')
    .description(
      'Look at the documents here, propose a .proviso.yaml and a baseline of what is found already, and ask\nbefore anything is written.',
    )
    .option('-y, --yes', 'write what is proposed without asking')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', examples('proviso init', 'proviso init --yes'))
    .action(async (options: InitOptions) => done(await init(options, world)))
}

function addPrintConfig(program: Command, world: World, done: Done): void {
  const command = program
    .command('print-config')
    .summary('show what holds for a document, and why')
    .description('Show the configuration that holds for a document, and where each value comes from.')
    .argument('<file>', 'a document; it need not be there yet')
    .addOption(new Option('-f, --format <format>', 'how to show it').choices(['pretty', 'json']).default('pretty'))
  withProject(command)
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      examples('proviso print-config docs/launch.md', 'proviso print-config docs/launch.md --format json'),
    )
    .action(async (file: string, options: PrintConfigOptions) => done(await printConfig(file, options, world)))
}
