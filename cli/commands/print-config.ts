import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { configFinder } from '../../engine/config/find-config.js'
import type { Origin } from '../../engine/config/origins.js'
import { isProfile } from '../../engine/config/profiles.js'
import type { Layer } from '../../engine/config/settings-for.js'
import { type PlacedProject, type ProjectOptions, projectsFor } from '../config/project.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { shownPath, toPosix } from '../files/paths.js'
import { noticesTo } from '../terminal/notices.js'
import type { World } from '../world.js'
import { sayProblems } from './say-problems.js'

export interface PrintConfigOptions extends ProjectOptions {
  readonly format: 'pretty' | 'json'
}

/** `proviso print-config FILE`: what holds for a document, and where each value comes from. */
export async function printConfig(path: string, options: PrintConfigOptions, world: World): Promise<ExitCode> {
  const full = resolve(world.cwd, path)
  const project = await projectsFor(world, options)(full)
  const file = await configOf(full, options, world)
  const found = await described(full, project, file, options, world)
  world.stdout.write(options.format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : yamlOf(found))
  return sayProblems(project.problems, noticesTo(world)) ? exitCodes.failed : exitCodes.clean
}

interface Described {
  readonly version: 1
  readonly path: string
  /** The configuration that holds, none for what is built in. */
  readonly config: string | null
  readonly ignored: Said<boolean>
  readonly profile: Said<string>
  readonly rules: Readonly<Record<string, Said<string>>>
  readonly terms: { readonly models: Said<readonly string[]>; readonly benchmarks: Said<readonly string[]> }
}

interface Said<Value> {
  readonly value: Value
  readonly from: string
}

async function described(
  path: string,
  { pack, settingsFor, isIgnored }: PlacedProject,
  file: string | undefined,
  { profile: asked }: ProjectOptions,
  world: World,
): Promise<Described> {
  const { originsOf } = await import('../lazy.js')
  const layers = file === undefined ? [] : await layersOf(file, world)
  const ids = pack.rules.map(({ id }) => id)
  const origins = originsOf(layers, toPosix(path), ids)
  const { profile, terms, rules } = settingsFor(path)
  const own = new Set(world.loadPack().rules)
  const ruleFrom = (id: string): string => {
    const origin = origins.rules[id]
    if (origin) return said([origin])
    return pack.rules.some((rule) => rule.id === id && own.has(rule)) ? BUILT_IN : `the rule, by ${said(origins.packs)}`
  }
  return {
    version: 1,
    path: shownPath(world.cwd, path),
    config: file === undefined ? null : shownPath(world.cwd, file),
    ignored: { value: isIgnored(path), from: origins.ignores ? said([origins.ignores]) : BUILT_IN },
    profile:
      profile === undefined
        ? { value: 'inferred', from: 'the text of the document' }
        : { value: profile, from: asked === undefined ? said([origins.profile ?? []].flat()) : '--profile' },
    rules: Object.fromEntries(
      pack.rules.map(({ id, severity }) => [id, { value: rules[id] ?? severity, from: ruleFrom(id) }]),
    ),
    terms: {
      models: { value: terms.models, from: said(origins.models) },
      benchmarks: { value: terms.benchmarks, from: said(origins.benchmarks) },
    },
  }
}

const BUILT_IN = 'built in'

const said = (origins: readonly Origin[]): string =>
  origins.length === 0 ? BUILT_IN : origins.map(({ file, line, key }) => `${file}:${line} (${key})`).join(', ')

async function configOf(path: string, { config }: ProjectOptions, world: World): Promise<string | undefined> {
  if (config === false) return undefined
  if (typeof config === 'string') return toPosix(resolve(world.cwd, config))
  return configFinder(async (file) => existsSync(file))(toPosix(dirname(path)))
}

async function layersOf(file: string, world: World): Promise<readonly Layer[]> {
  const { configFiles, loadConfig } = await import('../lazy.js')
  return (await loadConfig(file, configFiles(world.cwd))).layers
}

/** YAML that could be a configuration, with the origins as comments. */
function yamlOf({ path, config, ignored, profile, rules, terms }: Described): string {
  const rows: [string, string][] = [
    // What the text decides cannot be said in a configuration.
    [isProfile(profile.value) ? `profile: ${profile.value}` : '# profile:', profile.from],
    ['rules:', ''],
    ...Object.entries(rules).map(([id, { value, from }]): [string, string] => [`  ${id}: ${value}`, from]),
    ['terms:', ''],
    [`  models: ${JSON.stringify(terms.models.value)}`, terms.models.from],
    [`  benchmarks: ${JSON.stringify(terms.benchmarks.value)}`, terms.benchmarks.from],
  ]
  const width = Math.max(...rows.map(([text]) => text.length)) + 2
  const lines = rows.map(([text, from]) => (from === '' ? text : `${text.padEnd(width)}# ${from}`))
  const head = [
    `# ${path}: ${config === null ? 'no configuration, all is built in' : `the configuration is ${config}`}`,
    ...(ignored.value ? [`# It is not checked when it is found in a folder: ${ignored.from}`] : []),
  ]
  return `${[...head, ...lines].join('\n')}\n`
}
