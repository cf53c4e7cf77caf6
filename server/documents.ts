import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams, TextDocumentItem } from 'vscode-languageserver'
import type { Session } from '../engine/session/session.js'
import type { Checked } from './checks.js'
import { type EditedDocument, editedDocument } from './document.js'
import { isConfig } from './projects.js'
import { readableAs } from './readable.js'

/** A document that the client has open. */
export interface OpenDocument {
  readonly text: EditedDocument
  readonly kind: 'prose' | 'configuration'
  /** The language in which the engine reads it. */
  readonly language: string
  /** What is kept between checks, and the check that holds; both belong to the module `checks`. */
  session?: Session | undefined
  checked?: Checked | undefined
  /** Text changed since the last check that was asked for: by typing, saving or a command, as the settings say. */
  isDue: boolean
  /** A failure is reported once for each document. */
  hasFailed: boolean
}

/** Open documents that the server reads; all others are left alone. */
export interface Documents {
  get(uri: string): OpenDocument | undefined
  all(): readonly OpenDocument[]
  open(params: DidOpenTextDocumentParams): OpenDocument | undefined
  change(params: DidChangeTextDocumentParams): OpenDocument | undefined
  close(uri: string): OpenDocument | undefined
}

export function openDocuments(): Documents {
  const documents = new Map<string, OpenDocument>()
  return {
    get: (uri) => documents.get(uri),
    all: () => [...documents.values()],
    open({ textDocument }) {
      const opened = openDocument(textDocument)
      if (opened) documents.set(textDocument.uri, opened)
      return opened
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const document = documents.get(uri)
      document?.text.update(contentChanges, version)
      return document
    },
    close(uri) {
      const document = documents.get(uri)
      documents.delete(uri)
      return document
    },
  }
}

function openDocument({ uri, languageId, version, text }: TextDocumentItem): OpenDocument | undefined {
  const configuration = isConfig(uri)
  const language = configuration ? 'yaml' : readableAs(uri, languageId)
  if (language === undefined) return undefined
  return {
    text: editedDocument(uri, languageId, version, text),
    kind: configuration ? 'configuration' : 'prose',
    language,
    isDue: true,
    hasFailed: false,
  }
}
