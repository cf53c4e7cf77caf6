import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { documentExtensions } from '../engine/document/languages.js'
import type { Pack } from '../engine/rules/pack.js'
import { type Client, clientFrom } from './abilities.js'
import { checksOf } from './checks.js'
import type { Core } from './core.js'
import { type OpenDocument, openDocuments } from './documents.js'
import { settingsStore } from './editor-settings.js'
import { registerCheckWorkspace } from './features/check-workspace.js'
import { registerClaims } from './features/claims.js'
import { fixAllKind, registerCodeActions } from './features/code-actions.js'
import { registerCodeLens } from './features/code-lens.js'
import { commandNames, registerCommands } from './features/commands.js'
import { completionTriggers, registerCompletion } from './features/completion.js'
import { type Publisher, publisher, registerPull } from './features/diagnostics.js'
import { registerExplain } from './features/explain.js'
import { registerHarmlessFixes } from './features/harmless-fixes.js'
import { registerHover } from './features/hover.js'
import { registerInlayHints } from './features/inlay-hints.js'
import { registerRulePage } from './features/rule-page.js'
import { registerWaive } from './features/waive.js'
import { registerWorkspacePull } from './features/workspace-diagnostics.js'
import { filesOfClient } from './files-of-client.js'
import { projectsOf } from './projects.js'
import { claimsChangedNotification, type EditorSettings } from './protocol.js'
import { statusSender } from './status.js'
import { pathOf } from './uris.js'
import { workspaceChecks } from './workspace-checks.js'
import type { World } from './world.js'

/** Serves one client over a connection, until it goes. All else comes from the world, so that this runs on a machine and in a browser. */
export function startServer(connection: Connection, world: World): void {
  connection.onInitialize(async (params) => {
    const client = clientFrom(params)
    const pack = await world.loadPack(client.options.pack)
    serve(connection, world, client, pack)
    return resultFor(client, pack)
  })
  connection.listen()
}

function serve(connection: Connection, world: World, client: Client, pack: Pack): void {
  const core = makeCore(connection, world, client, pack)
  const publish = publisher(core)
  const renew = renewer(core, publish)
  followDocuments(core, publish, renew, registerPull(core))
  followSurroundings(core, renew)
  registerWorkspacePull(core)
  registerHover(core)
  registerCodeActions(core)
  registerCommands(core)
  registerCodeLens(core)
  registerInlayHints(core)
  registerCompletion(core)
  registerExplain(core)
  registerRulePage(core)
  registerClaims(core)
  registerCheckWorkspace(core)
  registerHarmlessFixes(core)
  registerWaive(core, renew)
}

function makeCore(connection: Connection, world: World, client: Client, pack: Pack): Core {
  const folders = new Set(client.folders.map(({ uri }) => uri))
  const files = world.files ?? filesOfClient(connection)
  const core: Core = {
    connection,
    world,
    client,
    pack,
    files,
    documents: openDocuments(),
    settings: settingsStore(connection, client),
    projects: projectsOf(pack, files, () => [...folders].map(pathOf), world.today),
    folders,
    pageOf: pagesOf(pack, client.options.rulePages ?? world.rulePages),
    report(message, error) {
      connection.console.error(error instanceof Error ? (error.stack ?? message) : message)
      connection.window.showWarningMessage(message)
    },
    get checks() {
      return checks
    },
    get workspace() {
      return workspace
    },
  }
  const checks = checksOf(core, statusSender(core))
  const workspace = workspaceChecks(core)
  return core
}

/** Pages ship for the built-in rules only. */
function pagesOf({ rules }: Pack, folder: string | undefined): Core['pageOf'] {
  if (folder === undefined) return () => undefined
  const known = new Set(rules.map(({ id }) => id))
  const base = folder.replace(/\/$/, '')
  return (rule) => (known.has(rule) ? `${base}/${rule}.md` : undefined)
}

function resultFor(client: Client, pack: Pack): InitializeResult {
  return {
    serverInfo: { name: 'proviso', version: pack.version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(client.pulls
        ? {
            diagnosticProvider: {
              identifier: 'proviso',
              interFileDependencies: false,
              workspaceDiagnostics: client.options.workspaceDiagnostics === true,
            },
          }
        : {}),
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind], resolveProvider: client.resolvesEdits },
      codeLensProvider: {},
      inlayHintProvider: true,
      completionProvider: { triggerCharacters: completionTriggers },
      executeCommandProvider: { commands: commandNames },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  }
}

function followDocuments(
  { connection, documents, workspace }: Core,
  publish: Publisher,
  renew: () => void,
  pulls: ReturnType<typeof registerPull>,
): void {
  connection.onDidOpenTextDocument((params) => {
    const document = documents.open(params)
    if (!document) return
    workspace.opened(document.text.uri)
    pulls.opened(document.text.uri)
    publish.touched(document)
  })
  connection.onDidChangeTextDocument((params) => {
    const document = documents.change(params)
    if (!document) return
    if (runs(document) === 'onType') document.isDue = true
    publish.touched(document)
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const document = documents.get(uri)
    if (document?.kind === 'configuration') renew()
    if (document?.kind !== 'prose') return
    if (runs(document) !== 'manual') document.isDue = true
    publish.touched(document)
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (!documents.close(uri)) return
    publish.closed(uri)
    void workspace.closed(uri).then(() => connection.sendNotification(claimsChangedNotification))
  })
}

const runs = ({ checked }: OpenDocument): EditorSettings['run'] => checked?.surroundings.editor.run ?? 'onType'

/** Configurations, settings and folders: after a change of any of them all open documents are checked anew. */
function followSurroundings(core: Core, renew: () => void): void {
  const { connection, client, projects, settings, workspace, folders } = core
  connection.onInitialized(() => {
    if (client.registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'proviso' })
    if (client.registersWatchers)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched })
    if (client.watchesFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri)
        for (const { uri } of added) folders.add(uri)
      })
  })
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.forget(sent)
    renew()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => projects.dependsOn(uri))) renew()
    const touched = changes.map(({ uri }) => workspace.changed(uri))
    void Promise.all(touched).then(() => connection.sendNotification(claimsChangedNotification))
  })
}

/** Reads configurations and settings anew, and checks all open documents again. */
function renewer({ connection, client, checks, projects, documents, workspace }: Core, publish: Publisher): () => void {
  return () => {
    projects.forget()
    checks.forget()
    if (client.refreshesDiagnostics && client.pulls) void connection.languages.diagnostics.refresh()
    if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type)
    if (client.refreshesHints) void connection.languages.inlayHint.refresh()
    for (const document of documents.all()) publish.touched(document)
    void workspace.renewed().then(() => connection.sendNotification(claimsChangedNotification))
  }
}

const watched = [
  { globPattern: '**/*.{yaml,yml}' },
  { globPattern: `**/*.{${documentExtensions.map((extension) => extension.slice(1)).join(',')}}` },
]
