import { Argument, type Command, Option } from 'commander'
import { ledgerFormats } from '../ledger/ledger-formats.js'
import type { World } from '../world.js'
import { examples } from './help.js'
import { withColour, withProject } from './options.js'

type Done = (code: number) => void

const paths = () => new Argument('[paths...]', 'files, folders, patterns, or - for standard input').default([], '"."')

/** The commands that look at documents as a whole. They are read only when they are called. */
export function addWholeCommands(program: Command, world: World, done: Done): void {
  const claims = program
    .command('claims')
    .summary('list every claim, with what became of it')
    .description(
      'List every claim about AI safety that is seen, not only overclaims: what it rests on, what bounds it, and whether it is\nopen, cited, bounded, waived or cleared. Ids are stable.',
    )
    .addArgument(paths())
    .addOption(new Option('-f, --format <format>', 'how to list').choices(ledgerFormats).default('table'))
    .option('-o, --output-file <file>', 'write to a file instead of standard output')
    .option('--stdin-filename <path>', 'the name of standard input: it decides format and configuration')
  withProject(claims)
  withColour(claims)
    .addHelpText(
      'after',
      examples(
        'proviso claims',
        'proviso claims cards --format csv -o claims.csv',
        'proviso claims card.md --format mermaid',
      ),
    )
    .action(async (given: string[], options) => done(await (await import('../lazy.js')).claims(given, options, world)))

  const report = program
    .command('report')
    .summary('make a page for a review')
    .description(
      'Make one self-contained page for a review: findings in context, all claims, what was not found, sign-off.',
    )
    .addArgument(paths())
    .addOption(new Option('-f, --format <format>', 'what to make').choices(['html', 'markdown']).default('html'))
    .option('-o, --output-file <file>', 'write to a file instead of standard output')
    .option('--stdin-filename <path>', 'the name of standard input: it decides format and configuration')
  withProject(report)
  withColour(report)
    .addHelpText('after', examples('proviso report -o review.html', 'proviso report cards posts --format markdown'))
    .action(async (given: string[], options) => done(await (await import('../lazy.js')).review(given, options, world)))
}
