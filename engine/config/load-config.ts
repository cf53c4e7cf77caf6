import type { ConfigFiles } from './config-files.js'
import type { ConfigProblem } from './config-problem.js'
import { folderOf, joinPath } from './paths.js'
import { type ReadConfig, type RuleName, readConfig } from './read-config.js'
import type { Layer } from './settings-for.js'

export interface LoadedConfig {
  /** What it builds on comes first. */
  readonly layers: readonly Layer[]
  /** Folders and files of rules, absolute, with where each is asked for. */
  readonly packs: readonly PackPath[]
  readonly ruleNames: readonly RuleName[]
  readonly problems: readonly ConfigProblem[]
}

export interface PackPath {
  readonly path: string
  readonly from: Pick<ConfigProblem, 'file' | 'line' | 'column'>
}

/** A configuration file with all that it extends. */
export async function loadConfig(
  file: string,
  files: ConfigFiles,
  chain: readonly string[] = [],
): Promise<LoadedConfig> {
  const shown = files.shown(file)
  const read = await files.read(file)
  if ('problem' in read) return onlyProblem({ file: shown, line: 1, column: 1 }, read.problem)
  const found = readConfig(shown, read.text)
  const bases = (found.config.extends ?? []).map((base, index) => {
    const from = { file: shown, ...placeOfItem(found, 'extends', index) }
    return loadBase(joinPath(folderOf(file), base), base, from, files, [...chain, file])
  })
  return joined([...(await Promise.all(bases)), ownPart(file, shown, found)])
}

async function loadBase(
  path: string,
  name: string,
  from: PackPath['from'],
  files: ConfigFiles,
  chain: readonly string[],
): Promise<LoadedConfig> {
  if (chain.includes(path)) return onlyProblem(from, `extends: ${name} leads back to a file that extends it`)
  const read = await files.read(path)
  return 'problem' in read ? onlyProblem(from, `extends: ${name}: ${read.problem}`) : loadConfig(path, files, chain)
}

function ownPart(file: string, shown: string, found: ReadConfig): LoadedConfig {
  const packs = (found.config.packs ?? []).map((pack, index) => ({
    path: joinPath(folderOf(file), pack),
    from: { file: shown, ...placeOfItem(found, 'packs', index) },
  }))
  const layers = [{ folder: folderOf(file), config: found.config, file: shown, placeOf: found.placeOf }]
  return { layers, packs, ruleNames: found.ruleNames, problems: found.problems }
}

const onlyProblem = (place: PackPath['from'], message: string): LoadedConfig => ({
  layers: [],
  packs: [],
  ruleNames: [],
  problems: [{ ...place, severity: 'error', message, expected: '' }],
})

const joined = (parts: readonly LoadedConfig[]): LoadedConfig => ({
  layers: parts.flatMap(({ layers }) => layers),
  packs: parts.flatMap(({ packs }) => packs),
  ruleNames: parts.flatMap(({ ruleNames }) => ruleNames),
  problems: parts.flatMap(({ problems }) => problems),
})

const placeOfItem = ({ placeOf }: ReadConfig, key: string, index: number) => placeOf([key, index])
