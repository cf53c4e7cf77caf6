import type { Connection } from 'vscode-languageserver'
import { severities } from '../engine/findings/finding.js'
import type { Client } from './abilities.js'
import type { EditorSettings } from './protocol.js'

export const defaultEditorSettings: EditorSettings = {
  enable: true,
  run: 'onType',
  customizations: [],
  codeLens: { enable: true },
  inlayHints: { enable: false },
}

/** The editor's settings for each document, asked for once and again after a change. */
export interface SettingsStore {
  settingsFor(uri: string): Promise<EditorSettings>
  /** What a client sent along with a change is kept for those that cannot be asked. */
  forget(sent?: unknown): void
}

export function settingsStore(connection: Connection, client: Client): SettingsStore {
  const known = new Map<string, Promise<EditorSettings>>()
  let sent: unknown = client.options.settings
  const ask = async (uri: string): Promise<EditorSettings> => {
    if (!client.answersConfiguration) return readSettings(sent)
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'proviso' }))
    } catch {
      return readSettings(sent)
    }
  }
  return {
    settingsFor(uri) {
      const settings = known.get(uri) ?? ask(uri)
      known.set(uri, settings)
      return settings
    },
    forget(given) {
      known.clear()
      if (isRecord(given)) sent = isRecord(given.proviso) ? given.proviso : given
    },
  }
}

/** Settings as clients send them; what is missing or of another kind has its default. */
export function readSettings(value: unknown): EditorSettings {
  const given = isRecord(value) ? value : {}
  const standard = defaultEditorSettings
  return {
    enable: booleanOr(given.enable, standard.enable),
    run: given.run === 'onSave' || given.run === 'manual' ? given.run : 'onType',
    customizations: Array.isArray(given.customizations) ? given.customizations.filter(isCustomization) : [],
    codeLens: { enable: booleanOr(isRecord(given.codeLens) ? given.codeLens.enable : undefined, true) },
    inlayHints: { enable: booleanOr(isRecord(given.inlayHints) ? given.inlayHints.enable : undefined, false) },
  }
}

const booleanOr = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise)

const isCustomization = (value: unknown): value is EditorSettings['customizations'][number] =>
  isRecord(value) &&
  typeof value.rule === 'string' &&
  (value.severity === 'off' || (severities as readonly unknown[]).includes(value.severity))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
