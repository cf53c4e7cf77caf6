import type { Severity } from './findings/finding.js'

/** What a configuration decides about one document. */
export interface Settings {
  /** By rule id; a rule that is not named has its own severity. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly terms: { readonly models: readonly string[]; readonly benchmarks: readonly string[] }
  readonly profile: string
}

export const defaultSettings: Settings = { rules: {}, terms: { models: [], benchmarks: [] }, profile: 'general' }
