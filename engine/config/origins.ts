import type { Severity } from '../findings/finding.js'
import { covers } from './rule-names.js'
import { breadth, type Layer, matches } from './settings-for.js'

/** Where a value was said. */
export interface Origin {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** The keys that lead to it. */
  readonly key: string
}

export interface Origins {
  /** By rule; a rule that is not there has its own severity. */
  readonly rules: Readonly<Record<string, Origin & { readonly severity: Severity | 'off' }>>
  readonly profile?: Origin
  /** The entry that leaves the file out. */
  readonly ignores?: Origin
  /** In which files each of these is said. */
  readonly models: readonly Origin[]
  readonly benchmarks: readonly Origin[]
  readonly packs: readonly Origin[]
}

/** What `settingsFor` decides, with the place of each decision: a later layer wins, overrides over rules, the narrower name over the wider. */
export function originsOf(layers: readonly Layer[], path: string, rules: readonly string[]): Origins {
  const decided: Record<string, Origin & { severity: Severity | 'off' }> = {}
  let profile: Origin | undefined
  for (const layer of layers) {
    for (const { part, keys } of partsOf(layer, path)) {
      const levels = part.rules ?? {}
      for (const name of Object.keys(levels).sort((a, b) => breadth(b) - breadth(a))) {
        const origin = originOf(layer, [...keys, 'rules', name])
        for (const rule of rules) if (covers(name, rule)) decided[rule] = { ...origin, severity: levels[name] ?? 'off' }
      }
      if (part.profile) profile = originOf(layer, [...keys, 'profile'])
    }
  }
  const said = (...keys: readonly string[]): Origin[] =>
    layers.filter(({ config }) => valueAt(config, keys) !== undefined).map((layer) => originOf(layer, keys))
  const ignoring = layers.find(({ config, folder }) => matches(config.ignores ?? [], folder, path))
  return {
    rules: decided,
    ...(profile ? { profile } : {}),
    ...(ignoring ? { ignores: originOf(ignoring, ['ignores']) } : {}),
    models: said('terms', 'models'),
    benchmarks: said('terms', 'benchmarks'),
    packs: said('packs'),
  }
}

function partsOf({ config, folder }: Layer, path: string) {
  const overrides = (config.overrides ?? []).map((part, at) => ({ part, keys: ['overrides', at] }))
  return [{ part: config, keys: [] }, ...overrides.filter(({ part }) => matches(part.files, folder, path))]
}

function originOf({ file, placeOf }: Layer, keys: readonly PropertyKey[]): Origin {
  return { file, line: placeOf(keys).line, key: keys.map(String).join('.') }
}

const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value)
