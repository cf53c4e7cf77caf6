import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { Core } from '../core.js'
import { diagnosticsOf } from './diagnostics.js'

type Report = WorkspaceDocumentDiagnosticReport
type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined

export function registerWorkspacePull(core: Core): void {
  if (core.client.options.workspaceDiagnostics !== true) return
  core.connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
    pullAll(params, token, progress, core),
  )
}

/** All documents of the workspace, one after the other; a client that takes a part of an answer gets each as soon as it is checked. */
async function pullAll(
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  progress: Progress,
  core: Core,
): Promise<WorkspaceDiagnosticReport> {
  const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
  const documents = await core.workspace.documents()
  const items: Report[] = []
  for (const uri of [...documents, ...gone(before, documents)]) {
    if (token.isCancellationRequested) break
    const report = await reportOn(uri, before.get(uri), core)
    if (progress) progress.report({ items: [report] })
    else items.push(report)
    await new Promise<void>((resolve) => core.world.soon(resolve))
  }
  return { items }
}

/** Of a file that is no longer there a client must hear as well. */
const gone = (before: ReadonlyMap<string, string>, documents: readonly string[]): string[] => {
  const there = new Set(documents)
  return [...before.keys()].filter((uri) => !there.has(uri))
}

async function reportOn(uri: string, previous: string | undefined, core: Core): Promise<Report> {
  const open = core.workspace.openAt(uri)
  if (open) {
    const checked = await core.checks.check(open.text.uri)
    return report(uri, open.text.version, checked?.resultId, previous, () =>
      checked ? diagnosticsOf(open, checked, core) : [],
    )
  }
  const file = await core.workspace.fileAt(uri)
  return report(uri, null, file?.resultId, previous, () => [...(file?.diagnostics ?? [])])
}

function report(
  uri: string,
  version: number | null,
  resultId: string | undefined,
  previous: string | undefined,
  items: () => Extract<Report, { kind: 'full' }>['items'],
): Report {
  if (resultId === undefined) return { kind: DocumentDiagnosticReportKind.Full, uri, version, items: [] }
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: items() }
}
