import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import { readConfig } from '../../engine/config/read-config.js'
import { unknownRules } from '../../engine/config/rule-names.js'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { problemDiagnostic } from '../to-lsp.js'
import { pathOf } from '../uris.js'
import { diagnosticsIn } from './document-diagnostics.js'

/** Diagnostics for clients that ask, and for those that do not. */
export interface Publisher {
  /** A document was opened, changed or saved, or rules changed: those who do not ask are told soon. */
  touched(document: OpenDocument): void
  closed(uri: string): void
}

export function diagnosticsOf(
  { text, session }: OpenDocument,
  { shown, result, surroundings }: Checked,
  core: Core,
): Diagnostic[] {
  const blocks = () => session?.blocks() ?? []
  return diagnosticsIn({ text, shown, notes: result.notes, pack: surroundings.project.pack, blocks }, core)
}

/** What is wrong with a configuration as it is being written; what it refers to is checked when it is saved. */
export function configDiagnostics(document: OpenDocument, core: Core): Diagnostic[] {
  const file = pathOf(document.text.uri)
  const { problems, ruleNames, config } = readConfig(file, document.text.getText())
  // The names of a team's own rules are known once its pack is read.
  const unknown = config.packs
    ? []
    : unknownRules(
        ruleNames,
        core.pack.rules.map(({ id }) => id),
      )
  return [...problems, ...unknown].map((problem) => problemDiagnostic(problem, document.text))
}

/** Answers those who ask, and tells them to ask again when they asked for a document before they had opened it. */
export function registerPull(core: Core): { opened(uri: string): void } {
  const early = new Set<string>()
  core.connection.languages.diagnostics.on((params, token) => {
    const { uri } = params.textDocument
    if (!core.documents.get(uri) && early.size < MOST_EARLY) early.add(uri)
    return pull(params, token, core)
  })
  return {
    opened(uri) {
      if (early.delete(uri) && core.client.refreshesDiagnostics) void core.connection.languages.diagnostics.refresh()
    },
  }
}

/** Nobody opens as many at once; what is asked for and never opened is not kept without end. */
const MOST_EARLY = 1000

async function pull(
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
  core: Core,
): Promise<DocumentDiagnosticReport> {
  const document = core.documents.get(uri)
  if (document?.kind === 'configuration') return full(configDiagnostics(document, core), undefined)
  const checked = await core.checks.check(uri)
  const still = core.documents.get(uri)
  // Nothing would be taken for an answer, and findings would come and go while somebody types.
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.')
  if (!checked || !still) return full([], undefined)
  if (checked.resultId === previousResultId) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: checked.resultId }
  }
  return full(diagnosticsOf(still, checked, core), checked.resultId)
}

const full = (items: Diagnostic[], resultId: string | undefined): DocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  items,
  ...(resultId === undefined ? {} : { resultId }),
})

/** For clients that do not ask: many changes in a row are one check, of the last version, and what is stale is not sent. */
export function publisher(core: Core): Publisher {
  const waiting = new Set<string>()

  async function publish(uri: string): Promise<void> {
    waiting.delete(uri)
    const document = core.documents.get(uri)
    if (!document) return
    if (document.kind === 'configuration') return send(document, configDiagnostics(document, core))
    const checked = core.checks.checkNow(document) ?? (await core.checks.check(uri))
    const still = core.documents.get(uri)
    if (checked && still && still.text.version === checked.version) send(still, diagnosticsOf(still, checked, core))
  }

  function send({ text: { uri, version } }: OpenDocument, diagnostics: Diagnostic[]): void {
    void core.connection.sendDiagnostics({ uri, version, diagnostics })
  }

  return {
    touched({ text: { uri } }) {
      if (core.client.pulls || waiting.has(uri)) return
      waiting.add(uri)
      core.world.soon(() => void publish(uri))
    },
    closed(uri) {
      if (!core.client.pulls) void core.connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}
