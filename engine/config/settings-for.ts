import ignore, { type Ignore } from 'ignore'
import type { Severity } from '../findings/finding.js'
import type { CitationSettings, Settings } from '../settings.js'
import { joinPath } from './paths.js'
import type { Place } from './places.js'
import type { Profile } from './profiles.js'
import { covers } from './rule-names.js'
import type { Config } from './schema.js'

/** A configuration and the folder of its file, absolute with `/`. Its patterns are relative to that folder. */
export interface Layer {
  readonly folder: string
  readonly config: Config
  /** Its file as messages name it, and where in it the value at a path of keys begins. */
  readonly file: string
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

type Levels = NonNullable<Config['rules']>

/** What layers decide about a file (absolute, with `/`): a later layer wins, and within one, overrides over rules. */
export function settingsFor(layers: readonly Layer[], path: string, rules: readonly string[]): Settings {
  const decided: Record<string, Severity | 'off'> = {}
  let profile: Profile | undefined
  for (const layer of layers) {
    const { config, folder } = layer
    const fitting = (config.overrides ?? []).filter(({ files }) => matches(files, folder, path))
    for (const part of [config, ...fitting]) {
      Object.assign(decided, expand(part.rules ?? {}, rules))
      profile = part.profile ?? profile
    }
  }
  const citation = citationOf(layers)
  const kind = profile === undefined ? {} : { profile, profileBy: 'configuration' as const }
  return { rules: decided, terms: termsOf(layers), ...kind, ...(citation ? { citation } : {}) }
}

/** What a later layer says of a key wins. */
function citationOf(layers: readonly Layer[]): CitationSettings | undefined {
  const last = <Value>(pick: (layer: Layer) => Value | undefined): Value | undefined =>
    layers.reduce<Value | undefined>((found, layer) => pick(layer) ?? found, undefined)
  const style = last(({ config }) => config.citation)
  const references = last(({ config }) => config.references)
  const bibliography = last(({ folder, config }) => config.bibliography?.map((path) => joinPath(folder, path)))
  if (!style && !references && !bibliography) return undefined
  return { ...(style && { style }), ...(references && { references }), bibliography: bibliography ?? [] }
}

export const isIgnored = (layers: readonly Layer[], path: string): boolean =>
  layers.some(({ folder, config }) => matches(config.ignores ?? [], folder, path))

function termsOf(layers: readonly Layer[]): Settings['terms'] {
  return {
    models: layers.flatMap(({ config }) => config.terms?.models ?? []),
    benchmarks: layers.flatMap(({ config }) => config.terms?.benchmarks ?? []),
  }
}

/** By rule; the narrower name wins, wherever it stands. */
function expand(levels: Levels, rules: readonly string[]): Levels {
  const names = Object.keys(levels).sort((a, b) => breadth(b) - breadth(a))
  const decided: Levels = {}
  for (const name of names) {
    for (const rule of rules) if (covers(name, rule)) decided[rule] = levels[name] as Severity | 'off'
  }
  return decided
}

export const breadth = (name: string): number => (name === '*' ? 2 : name.endsWith('/*') ? 1 : 0)

const matchers = new WeakMap<readonly string[], Ignore>()

/** Patterns as in .gitignore. A file outside the folder is never matched. */
export function matches(patterns: readonly string[], folder: string, path: string): boolean {
  if (patterns.length === 0) return false
  const root = folder.endsWith('/') ? folder : `${folder}/`
  if (!path.startsWith(root) || path === root) return false
  const matcher = matchers.get(patterns) ?? ignore().add(patterns)
  matchers.set(patterns, matcher)
  return matcher.ignores(path.slice(root.length))
}
