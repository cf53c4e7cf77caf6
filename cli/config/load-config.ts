import { dirname, resolve } from 'node:path'
import type { ConfigProblem } from '../../engine/config/config-problem.js'
import { type ReadConfig, type RuleName, readConfig } from '../../engine/config/read-config.js'
import type { Layer } from '../../engine/config/settings-for.js'
import { shownPath, toPosix } from '../files/paths.js'
import { readText } from '../files/read-text.js'

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

/** A configuration file with all that it extends. `cwd` only shapes the names in messages. */
export function loadConfig(file: string, cwd: string, chain: readonly string[] = []): LoadedConfig {
  const shown = shownPath(cwd, file)
  const read = readText(file)
  if ('problem' in read) return onlyProblem({ file: shown, line: 1, column: 1 }, read.problem)
  const found = readConfig(shown, read.text)
  const bases = (found.config.extends ?? []).map((base, index) => {
    const from = { file: shown, ...placeOfItem(found, 'extends', index) }
    return loadBase(resolve(dirname(file), base), base, from, cwd, [...chain, file])
  })
  return joined([...bases, ownPart(file, shown, found)])
}

function loadBase(
  path: string,
  name: string,
  from: PackPath['from'],
  cwd: string,
  chain: readonly string[],
): LoadedConfig {
  if (chain.includes(path)) return onlyProblem(from, `extends: ${name} leads back to a file that extends it`)
  const read = readText(path)
  return 'problem' in read ? onlyProblem(from, `extends: ${name}: ${read.problem}`) : loadConfig(path, cwd, chain)
}

function ownPart(file: string, shown: string, found: ReadConfig): LoadedConfig {
  const packs = (found.config.packs ?? []).map((pack, index) => ({
    path: resolve(dirname(file), pack),
    from: { file: shown, ...placeOfItem(found, 'packs', index) },
  }))
  const layers = [{ folder: toPosix(dirname(file)), config: found.config }]
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
