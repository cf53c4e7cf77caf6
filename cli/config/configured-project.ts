import type { ConfigProblem } from '../../engine/config/config-problem.js'
import { extendPack } from '../../engine/config/extend-pack.js'
import { unknownRules } from '../../engine/config/rule-names.js'
import { isIgnored, settingsFor } from '../../engine/config/settings-for.js'
import type { Pack } from '../../engine/rules/pack.js'
import { toPosix } from '../files/paths.js'
import type { World } from '../world.js'
import { type LoadedConfig, loadConfig } from './load-config.js'
import { readPackFiles } from './load-packs.js'
import type { Project } from './project.js'

/** The project that a configuration file describes. What is wrong with it is in `problems`; the rest holds. */
export function configuredProject(file: string, world: World): Project {
  const loaded = loadConfig(file, world.cwd)
  const { pack, problems } = withPacks(world.loadPack(), loaded, world.cwd)
  const rules = pack.rules.map(({ id }) => id)
  return {
    pack,
    problems: [...loaded.problems, ...problems, ...unknownRules(loaded.ruleNames, rules)],
    settingsFor: (path) => settingsFor(loaded.layers, toPosix(path), rules),
    isIgnored: (path) => isIgnored(loaded.layers, toPosix(path)),
  }
}

function withPacks(
  pack: Pack,
  { packs }: LoadedConfig,
  cwd: string,
): { pack: Pack; problems: readonly ConfigProblem[] } {
  if (packs.length === 0) return { pack, problems: [] }
  const read = packs.map(({ path, from }) => ({ from, ...readPackFiles(path, cwd) }))
  const extended = extendPack(
    pack,
    read.flatMap(({ files }) => files),
  )
  const unread = read.flatMap(({ from, problems }) =>
    problems.map((message) => ({ ...from, severity: 'error' as const, message: `packs: ${message}`, expected: '' })),
  )
  const broken = extended.problems.map((problem) => ({ ...problem, severity: 'error' as const }))
  return { pack: extended.pack, problems: [...unread, ...broken] }
}
