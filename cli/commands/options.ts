import { type Command, InvalidArgumentError, Option } from 'commander'
import { profiles } from '../../engine/config/profiles.js'
import { parseShard, type Shard } from '../files/shard.js'
import { formats } from '../reports/report.js'
import { failLevels } from '../verdict.js'

/** Options that several commands have. */

export const withReport = (command: Command): Command =>
  command
    .addOption(new Option('-f, --format <format>', 'how to report').choices(formats).default('pretty'))
    .option('-o, --output-file <file>', 'write the report to a file instead of standard output')
    .addOption(
      new Option('--fail-on <severity>', 'least severity that gives exit code 1')
        .choices(failLevels)
        .default('warning'),
    )
    .option('--max-warnings <n>', 'accept up to n warnings, whatever --fail-on says of them', wholeNumber)
    .option('--statistics', 'count findings by rule, document and section in place of listing them')

export const withProject = (command: Command): Command =>
  command
    .option('-c, --config <file>', 'use this configuration for all files, not the nearest .proviso.yaml')
    .option('--no-config', 'use no configuration')
    .addOption(new Option('--profile <profile>', 'what kind of documents these are').choices(profiles))

export const withColour = (command: Command): Command =>
  command
    .option('--color', 'colours, also where there is no terminal')
    .option('--no-color', 'no colours')
    .helpOption('-h, --help', 'show this help')

export const threadsOption = new Option(
  '--threads <n>',
  'check on so many threads (default: as many as are free, up to 4)',
).argParser(positiveNumber)

export const shardOption = new Option('--shard <i/n>', 'check part i of n, as many machines do in turn').argParser(
  shardNumber,
)

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is a whole number, 0 or more.')
  return Number(value)
}

function positiveNumber(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('It is a whole number, 1 or more.')
  return Number(value)
}

function shardNumber(value: string): Shard {
  const shard = parseShard(value)
  if (!shard) throw new InvalidArgumentError('It is a part and a number of parts, such as 1/4.')
  return shard
}
