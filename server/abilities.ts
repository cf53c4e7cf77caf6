import type { ClientCapabilities, InitializeParams, WorkspaceFolder } from 'vscode-languageserver'
import type { InitializationOptions } from './protocol.js'

/** What the client said of itself when it connected. */
export interface Client {
  readonly folders: readonly WorkspaceFolder[]
  readonly options: InitializationOptions
  /** It asks for diagnostics; otherwise they are sent to it. */
  readonly pulls: boolean
  readonly refreshesDiagnostics: boolean
  readonly showsRelated: boolean
  readonly refreshesLenses: boolean
  readonly refreshesHints: boolean
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly registersWatchers: boolean
  readonly watchesFolders: boolean
  readonly resolvesEdits: boolean
  readonly versionedEdits: boolean
  readonly snippetEdits: boolean
  readonly asksToConfirm: boolean
  readonly createsFiles: boolean
  readonly showsDocuments: boolean
  readonly namesEncodings: boolean
}

export function clientFrom(params: InitializeParams): Client {
  const { workspace, textDocument, window, general } = params.capabilities as ClientCapabilities
  const resolves = textDocument?.codeAction?.resolveSupport?.properties ?? []
  return {
    folders: foldersFrom(params),
    options: isRecord(params.initializationOptions) ? params.initializationOptions : {},
    pulls: textDocument?.diagnostic !== undefined,
    showsRelated:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.workspaceFolders === true,
    resolvesEdits: resolves.includes('edit') && textDocument?.codeAction?.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    asksToConfirm: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    showsDocuments: window?.showDocument?.support === true,
    namesEncodings: general?.positionEncodings?.includes('utf-16') ?? false,
  }
}

function foldersFrom({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders
  return rootUri ? [{ uri: rootUri, name: rootUri.split('/').at(-1) ?? rootUri }] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
