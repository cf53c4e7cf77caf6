import { Argument, type Command, Option } from 'commander'
import { fixKinds } from '../fix/fix-kinds.js'
import type { World } from '../world.js'
import { addScaleCommands } from './add-scale-commands.js'
import { addSetupCommands } from './add-setup-commands.js'
import { addWaysOut } from './add-ways-out.js'
import { addWholeCommands } from './add-whole-commands.js'
import { type CheckOptions, check } from './check.js'
import { type ExplainOptions, explain } from './explain.js'
import { examples, exitHelp } from './help.js'
import { shardOption, threadsOption, withColour, withProject, withReport } from './options.js'
import { listRules, type RulesOptions } from './rules.js'
import { watch } from './watch.js'

/** Takes the exit code of a command. */
export type Done = (code: number) => void

export function addCommands(program: Command, world: World, done: Done): void {
  addCheck(program, world, done)
  addScaleCommands(program, world, done)
  addSetupCommands(program, world, done)
  addExplain(program, world, done)
  addRules(program, world, done)
  addWaysOut(program, world, done)
  addWholeCommands(program, world, done)
  addTestRules(program, world, done)
  addLsp(program, world, done)
}

function addCheck(program: Command, world: World, done: Done): void {
  const command = program
    .command('check')
    .summary('check documents')
    .description(checkHelp)
    .addArgument(new Argument('[paths...]', 'files, folders, patterns, or - for standard input').default([], '"."'))
  withReport(command)
    .option('-q, --quiet', 'leave out infos and hints (those that --fail-on asks for stay), and notes on stderr')
    .option('--diff-base <ref>', 'show only findings in sentences that were changed since this branch or commit')
    .option('--baseline <file>', 'leave out the findings that this file holds')
    .option('--update-baseline', 'write all findings of now into the baseline')
    .option('--prune-baseline', 'take out of the baseline what is found no more')
    .addOption(
      new Option(
        '--fix [what]',
        'fix what is harmless; with --fix=cite, cite the limitation behind each claim as well',
      ).choices(fixKinds),
    )
    .option('--suggest', 'show sentences that could stand in the place of each claim (--format pretty)')
    .option('--dry-run', 'with --fix: change nothing, show the difference')
    .option('--diff', 'the same as --dry-run')
    .option('--cache', 'keep results by content, and check only what has changed')
    .option('--cache-location <folder>', "keep them there and not in the user's folder for caches")
    .addOption(threadsOption)
    .option('--watch', 'check again whenever documents or configurations change')
    .addOption(shardOption)
    .option('--stdin-filename <path>', 'the name of standard input: it decides format and configuration')
  withProject(command)
  withColour(command)
    .addHelpText('after', examples(...checkExamples) + exitHelp)
    .action(async (paths: string[], options: CheckOptions) =>
      done(await (options.watch ? watch : check)(paths, options, world)),
    )
}

const checkHelp = `Check documents for overclaims about AI safety.

In folders, .md .markdown .mdx .qmd .rmd and .txt are checked; what .gitignore
names, node_modules and .git are left out, and links to folders are not followed.
A file that is named by itself is always checked: as plain text if it is none of these.`

const checkExamples = [
  'proviso check',
  'proviso check docs "posts/**/*.md"',
  'proviso check --fail-on error --format sarif -o proviso.sarif docs',
  'proviso check --diff-base origin/main --format github',
  'proviso check --baseline .proviso-baseline.json --update-baseline',
  'proviso check --fix=cite --dry-run docs/launch.md',
  'proviso check --max-warnings 10 --quiet README.md',
  'proviso check - --stdin-filename draft.md < draft.md',
]

function addExplain(program: Command, world: World, done: Done): void {
  const command = program
    .command('explain')
    .summary('explain a rule, or what was seen in a sentence')
    .description(
      'Show the page of a rule, or what Proviso saw at a place: concepts, clauses, and which guard cleared what.',
    )
    .argument('<subject>', 'RULE or FILE:LINE[:COLUMN]')
  withProject(command)
  withColour(command)
    .addHelpText('after', examples('proviso explain framing/absolute-safety', 'proviso explain docs/launch.md:12'))
    .action(async (subject: string, options: ExplainOptions) => done(await explain(subject, options, world)))
}

function addRules(program: Command, world: World, done: Done): void {
  const command = program
    .command('rules')
    .description('List the rules.')
    .addOption(new Option('-f, --format <format>', 'how to list').choices(['pretty', 'json']).default('pretty'))
  withColour(command)
    .addHelpText('after', examples('proviso rules', 'proviso rules --format json'))
    .action((options: RulesOptions) => done(listRules(options, world)))
}

function addTestRules(program: Command, world: World, done: Done): void {
  const command = program
    .command('test-rules')
    .summary('run the examples of rules')
    .description('Run the examples in rules: the built-in ones, or those of your own pack.')
    .argument('[pack]', 'a folder of rule files, or one file')
  withColour(command)
    .addHelpText(
      'after',
      examples('proviso test-rules', 'proviso test-rules our-rules', 'proviso test-rules our-rules/tone.yaml'),
    )
    .action(async (pack: string | undefined, options: { color?: boolean }) => {
      const { testRules } = await import('../lazy.js')
      done(await testRules(pack, options, world))
    })
}

/** The server is a program of its own beside this one, so that a check never waits for it to be read. */
function addLsp(program: Command, world: World, done: Done): void {
  program
    .command('lsp')
    .summary('start the language server')
    .description('Start the language server for an editor, over standard input and output.')
    .option('--stdio', 'over standard input and output (the default)')
    .addOption(new Option('--clientProcessId <id>', 'the editor, with which the server ends').hideHelp())
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', examples('proviso lsp --stdio'))
    .action(async () => done(await world.serve()))
}
