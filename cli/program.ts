import { Command, CommanderError } from 'commander'
import { addCommands, type Done } from './commands/add-commands.js'
import { examples, exitHelp } from './commands/help.js'
import { coloursFor } from './terminal/colours.js'
import type { World } from './world.js'

/** The command line: names, options, help. What the commands do is under commands/. */
export function makeProgram(world: World, done: Done): Command {
  const program = new Command('proviso')
    .description('Finds overclaims about AI safety in documents, and says what would be fair to write.')
    .usage('COMMAND [options]')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .option('-V, --version', 'show the version')
    .on('option:version', () => sayVersion(world))
    .exitOverride()
    .configureOutput(outputTo(world))
    .showSuggestionAfterError()
    .addHelpText('after', examples('proviso check', 'proviso check docs/launch.md', 'proviso explain RULE') + exitHelp)
  addCommands(program, world, done)
  return program
}

function sayVersion(world: World): never {
  const { version } = world.loadPack()
  world.stdout.write(`${version}\n`)
  throw new CommanderError(0, 'proviso.version', version)
}

function outputTo(world: World) {
  return {
    writeOut: (text: string) => world.stdout.write(text),
    writeErr: (text: string) => world.stderr.write(text),
    outputError: (text: string, write: (text: string) => void) => {
      write(text.replace(/^error:/, coloursFor(world, world.stderr).red('error:')))
    },
    getOutHelpWidth: () => Math.min(world.stdout.columns ?? 80, 100),
    getErrHelpWidth: () => Math.min(world.stderr.columns ?? 80, 100),
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  }
}
