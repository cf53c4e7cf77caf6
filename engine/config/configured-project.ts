import type { Pack } from '../rules/pack.js'
import type { ConfigFiles } from './config-files.js'
import type { ConfigProblem } from './config-problem.js'
import { extendPack } from './extend-pack.js'
import { type LoadedConfig, loadConfig } from './load-config.js'
import { readPackFiles } from './load-packs.js'
import { joinPath } from './paths.js'
import type { Project } from './project.js'
import { unknownRules } from './rule-names.js'
import { isIgnored, settingsFor } from './settings-for.js'

/** The project that a configuration file describes. What is wrong with it is in `problems`; the rest holds. */
export async function configuredProject(file: string, builtIn: Pack, files: ConfigFiles): Promise<Project> {
  const loaded = await loadConfig(file, files)
  const { pack, problems } = await withPacks(builtIn, loaded, files)
  const rules = pack.rules.map(({ id }) => id)
  const waivers = loaded.layers.reduce<string | undefined>(
    (found, { folder, config }) => (config.waivers === undefined ? found : joinPath(folder, config.waivers)),
    undefined,
  )
  return {
    pack,
    ...(waivers === undefined ? {} : { waivers }),
    problems: [...loaded.problems, ...problems, ...unknownRules(loaded.ruleNames, rules)],
    settingsFor: (path) => settingsFor(loaded.layers, path, rules),
    isIgnored: (path) => isIgnored(loaded.layers, path),
  }
}

async function withPacks(
  pack: Pack,
  { packs }: LoadedConfig,
  files: ConfigFiles,
): Promise<{ pack: Pack; problems: readonly ConfigProblem[] }> {
  if (packs.length === 0) return { pack, problems: [] }
  const read = await Promise.all(packs.map(async ({ path, from }) => ({ from, ...(await readPackFiles(path, files)) })))
  const extended = extendPack(
    pack,
    read.flatMap((one) => one.files),
  )
  const unread = read.flatMap(({ from, problems }) =>
    problems.map((message) => ({ ...from, severity: 'error' as const, message: `packs: ${message}`, expected: '' })),
  )
  const broken = extended.problems.map((problem) => ({ ...problem, severity: 'error' as const }))
  return { pack: extended.pack, problems: [...unread, ...broken] }
}
