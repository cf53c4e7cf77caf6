import { commands, type Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ClaimsView } from '../claims/claims-view.js'
import { checkWorkspace } from './check-workspace.js'
import { clearFilter, filterClaims, revealClaim } from './claims.js'
import { createConfiguration } from './create-configuration.js'
import { explainSentence } from './explain.js'
import { fixHarmless } from './fix-harmless.js'
import { openRule } from './open-rule.js'
import { openSample } from './open-sample.js'
import { restart } from './restart.js'
import { waiveClaim } from './waive.js'

/** What commands work on. */
export interface Tools {
  readonly client: BaseLanguageClient
  readonly context: ExtensionContext
  readonly output: LogOutputChannel
  readonly claims: ClaimsView
}

/** Every command of the manifest, and no other. */
export function registerCommands(tools: Tools): Disposable[] {
  const all: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'proviso.checkWorkspace': () => checkWorkspace(tools),
    'proviso.explain': (first, second) => explainSentence(tools, first, second),
    'proviso.fixHarmless': () => fixHarmless(tools),
    'proviso.openRule': (rule) => openRule(tools, rule),
    'proviso.createConfiguration': createConfiguration,
    'proviso.openSample': () => openSample(tools),
    'proviso.restart': () => restart(tools),
    'proviso.showOutput': () => tools.output.show(),
    'proviso.waive': (uri, fingerprint, words) => waiveClaim(tools, uri, fingerprint, words),
    'proviso.claims.filter': (filter) => filterClaims(tools, filter),
    'proviso.claims.clearFilter': () => clearFilter(tools),
    'proviso.claims.reveal': revealClaim,
  }
  return Object.entries(all).map(([id, run]) => commands.registerCommand(id, run))
}
