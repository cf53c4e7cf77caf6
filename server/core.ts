import type { Connection } from 'vscode-languageserver'
import type { Pack } from '../engine/rules/pack.js'
import type { Client } from './abilities.js'
import type { Checks } from './checks.js'
import type { Documents } from './documents.js'
import type { SettingsStore } from './editor-settings.js'
import type { Projects } from './projects.js'
import type { PageOf } from './to-lsp.js'
import type { WorkspaceChecks } from './workspace-checks.js'
import type { Files, World } from './world.js'

/** What every feature of a running server may use. */
export interface Core {
  readonly connection: Connection
  readonly world: World
  readonly client: Client
  readonly pack: Pack
  readonly files: Files
  readonly documents: Documents
  readonly settings: SettingsStore
  readonly projects: Projects
  readonly checks: Checks
  readonly workspace: WorkspaceChecks
  /** Workspace folders as they are now: URIs. */
  readonly folders: Set<string>
  readonly pageOf: PageOf
  /** Writes what went wrong to the log, and tells the user in one sentence. */
  report(message: string, error: unknown): void
}
