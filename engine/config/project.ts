import type { Pack } from '../rules/pack.js'
import { defaultSettings, type Settings } from '../settings.js'
import type { ConfigProblem } from './config-problem.js'

/** The rules and the settings that hold for the files under one configuration. Paths are absolute, with `/`. */
export interface Project {
  readonly pack: Pack
  readonly problems: readonly ConfigProblem[]
  /** The file of waivers that the configuration names; otherwise the nearest counts. */
  readonly waivers?: string
  settingsFor(path: string): Settings
  isIgnored(path: string): boolean
}

/** The project of files without a configuration. */
export const builtInProject = (pack: Pack): Project => ({
  pack,
  problems: [],
  settingsFor: () => defaultSettings,
  isIgnored: () => false,
})
