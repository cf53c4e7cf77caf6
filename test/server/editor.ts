import { PassThrough } from 'node:stream'
import { createConnection } from 'vscode-languageserver/node'
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { InitializationOptions, Status } from '../../server/protocol.js'
import { statusNotification } from '../../server/protocol.js'
import { startServer } from '../../server/server.js'
import { product } from '../product.js'
import { filesInMemory } from './files-in-memory.js'

/** An editor that pushes nothing of its own: what it can do, what it is set to, and the files it lies beside. */
export interface Setup {
  readonly capabilities?: ClientCapabilities
  readonly options?: InitializationOptions
  readonly settings?: object
  /** Path to text. */
  readonly files?: Record<string, string>
  readonly folders?: readonly string[]
}

/** An editor that speaks the real protocol with a server, over streams in this process. */
export interface Editor {
  readonly server: InitializeResult
  readonly connection: ProtocolConnection
  readonly files: Map<string, string>
  readonly messages: readonly string[]
  open(uri: string, text: string, languageId?: string): Promise<void>
  /** Replaces the first occurrence of some words; the text of the document is kept here as an editor keeps it. */
  replace(uri: string, words: string, by: string): Promise<void>
  save(uri: string): Promise<void>
  close(uri: string): Promise<void>
  textOf(uri: string): string
  versionOf(uri: string): number
  /** What the server sends next for a document, if it sends. */
  published(uri: string): Promise<PublishDiagnosticsParams>
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>
  diagnostics(uri: string): Promise<readonly Diagnostic[]>
  status(uri: string): Promise<Status>
  hover(uri: string, words: string): Promise<string>
  actions(uri: string, words: string, context?: Partial<CodeActionContext>): Promise<readonly CodeAction[]>
  resolve(action: CodeAction): Promise<CodeAction>
  /** Applies an edit to the open documents. Snippets become their text, blanks included. */
  apply(edit: WorkspaceEdit | undefined): Promise<void>
  placeOf(uri: string, words: string): Position
  change(settings: object): Promise<void>
  fileChanged(path: string, text: string | undefined): Promise<void>
  end(): Promise<void>
}

export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: { workspaceEdit: { documentChanges: true }, configuration: true, diagnostics: { refreshSupport: true } },
  window: { showDocument: { support: true } },
}

export const fileUri = (path: string): string => `file://${path}`

export async function startEditor(setup: Setup = {}): Promise<Editor> {
  const [up, down] = [new PassThrough(), new PassThrough()]
  const files = new Map(Object.entries(setup.files ?? {}))
  startServer(createConnection(up, down), {
    loadPack: async () => product(),
    files: filesInMemory(files),
    rulePages: 'file:///docs/rules',
    today: () => '2026-11-28',
    now: () => performance.now(),
    soon: (callback) => void setImmediate(callback),
  })
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  return connect(connection, setup, files)
}

export async function connect(
  connection: ProtocolConnection,
  { capabilities = pulling, options, settings = {}, folders = ['/project'] }: Setup,
  files: Map<string, string> = new Map(),
): Promise<Editor> {
  const documents = new Map<string, TextDocument>()
  const messages: string[] = []
  let current = settings
  const published = mailbox<PublishDiagnosticsParams>()
  const statuses = mailbox<Status>()
  connection.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) =>
    published.put(sent.uri, sent),
  )
  connection.onNotification(statusNotification, (sent: Status) => statuses.put(sent.uri, sent))
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message))
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => current))
  for (const silent of [
    'client/registerCapability',
    'workspace/diagnostic/refresh',
    'workspace/codeLens/refresh',
    'workspace/inlayHint/refresh',
  ])
    connection.onRequest(silent, () => null)
  connection.listen()
  const server = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions: options,
    workspaceFolders: folders.map((path) => ({ uri: fileUri(path), name: path })),
  })
  await connection.sendNotification('initialized', {})

  const documentOf = (uri: string): TextDocument => {
    const document = documents.get(uri)
    if (!document) throw new Error(`${uri} is not open`)
    return document
  }
  const spanOf = (uri: string, words: string): Range => {
    const document = documentOf(uri)
    const start = document.getText().indexOf(words)
    if (start < 0) throw new Error(`no "${words}" in ${uri}`)
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) }
  }
  const send = async (uri: string, changes: { range: Range; text: string }[]): Promise<void> => {
    const document = documentOf(uri)
    const version = document.version + 1
    TextDocument.update(document, changes, version)
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: changes,
    })
  }
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    })

  const editor: Editor = {
    server,
    connection,
    files,
    messages,
    async open(uri, text, languageId = 'markdown') {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text))
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
    },
    replace: (uri, words, by) => send(uri, [{ range: spanOf(uri, words), text: by }]),
    save: (uri) => connection.sendNotification('textDocument/didSave', { textDocument: { uri } }),
    async close(uri) {
      documents.delete(uri)
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    },
    textOf: (uri) => documentOf(uri).getText(),
    versionOf: (uri) => documentOf(uri).version,
    published: (uri) => published.take(uri),
    pull,
    async diagnostics(uri) {
      const report = await pull(uri)
      return report.kind === 'full' ? report.items : []
    },
    status: (uri) => statuses.take(uri),
    async hover(uri, words) {
      const { start } = spanOf(uri, words)
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: start,
      })
      return hover ? (hover.contents as { value: string }).value : ''
    },
    async actions(uri, words, context = {}) {
      const diagnostics = context.diagnostics ?? [...(await editor.diagnostics(uri))]
      return connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: spanOf(uri, words),
        context: { diagnostics, ...context },
      })
    },
    resolve: (action) => connection.sendRequest('codeAction/resolve', action),
    async apply(edit) {
      for (const { uri, edits } of editsByUri(edit)) await send(uri, fromTheEnd(edits))
    },
    placeOf: (uri, words) => spanOf(uri, words).start,
    async change(next) {
      current = next
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { proviso: next } })
    },
    async fileChanged(path, text) {
      const type = text === undefined ? 3 : files.has(path) ? 2 : 1
      if (text === undefined) files.delete(path)
      else files.set(path, text)
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: fileUri(path), type }] })
    },
    async end() {
      await connection.sendRequest('shutdown')
      connection.dispose()
    },
  }
  return editor
}

function editsByUri(edit: WorkspaceEdit | undefined): { uri: string; edits: TextEdit[] }[] {
  if (edit?.documentChanges) {
    return edit.documentChanges.map((change) => {
      const { textDocument, edits } = change as {
        textDocument: { uri: string }
        edits: (TextEdit & { snippet?: { value: string } })[]
      }
      return {
        uri: textDocument.uri,
        edits: edits.map(({ range, newText, snippet }) => ({
          range,
          newText: snippet ? textOfSnippet(snippet.value) : newText,
        })),
      }
    })
  }
  return Object.entries(edit?.changes ?? {}).map(([uri, edits]) => ({ uri, edits }))
}

const textOfSnippet = (value: string): string =>
  value.replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1').replace(/\\(.)/g, '$1')

const fromTheEnd = (edits: readonly TextEdit[]): { range: Range; text: string }[] =>
  [...edits]
    .sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)
    .map(({ range, newText }) => ({ range, text: newText }))

/** Things that come, by name, for those who wait for them; each is taken once. */
function mailbox<Value>() {
  const held = new Map<string, Value[]>()
  const waiting = new Map<string, ((value: Value) => void)[]>()
  return {
    put(name: string, value: Value): void {
      const next = waiting.get(name)?.shift()
      if (next) next(value)
      else held.set(name, [...(held.get(name) ?? []), value])
    },
    take(name: string): Promise<Value> {
      const first = held.get(name)?.shift()
      if (first !== undefined) return Promise.resolve(first)
      return new Promise((resolve) => waiting.set(name, [...(waiting.get(name) ?? []), resolve]))
    },
  }
}
