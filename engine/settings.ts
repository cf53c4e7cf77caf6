import type { Profile } from './config/profiles.js'
import type { Severity } from './findings/finding.js'
import type { CitationStyle } from './findings/fixes/citation-style.js'
import type { ReferenceStyle } from './rules/pack.js'

/** What a configuration decides about one document. */
export interface Settings {
  /** By rule id; a rule that is not named has its own severity. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly terms: { readonly models: readonly string[]; readonly benchmarks: readonly string[] }
  /** What kind of document it is; the text itself tells where nothing is set. */
  readonly profile?: Profile
  readonly profileBy?: 'configuration' | 'command line'
  /** How documents cite; what is missing is seen from the document. */
  readonly citation?: CitationSettings
}

export interface CitationSettings {
  readonly style?: CitationStyle
  /** How references are written out in full. */
  readonly references?: ReferenceStyle
  /** Bibliography files, absolute with `/`. */
  readonly bibliography: readonly string[]
}

/** Nothing is asked of a document as a whole: for sentences that stand alone. */
export const claimsAlone: Settings = {
  rules: {},
  terms: { models: [], benchmarks: [] },
  profile: 'general',
  profileBy: 'command line',
}

export const defaultSettings: Settings = { rules: {}, terms: { models: [], benchmarks: [] } }
