import type { CancellationToken, Diagnostic } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { languageOf } from '../engine/document/languages.js'
import { parseDocument } from '../engine/document/parse.js'
import type { LintResult } from '../engine/findings/finding.js'
import { lint } from '../engine/lint.js'
import type { Core } from './core.js'
import { claimsOf } from './features/claims.js'
import type { ClaimsOfFile, WorkspaceCheck } from './protocol.js'
import { shownFindings } from './shown.js'
import { findingDiagnostic, noteDiagnostic } from './to-lsp.js'
import { pathOf, sameUri } from './uris.js'

/** A document that is not open, as it was last checked. */
export interface ClosedFile {
  readonly uri: string
  readonly claims: ClaimsOfFile
  readonly diagnostics: readonly Diagnostic[]
}

/** Checks of whole folders, asked for by the user. What is found in files that are not open is kept and shown. */
export interface WorkspaceChecks {
  files(): readonly ClosedFile[]
  run(progress: (done: number, all: number) => void, token: CancellationToken): Promise<WorkspaceCheck>
  /** A file that was found before changed on the disk, or is no longer there. */
  changed(uri: string, isGone: boolean): Promise<void>
  /** An open document speaks for itself. */
  opened(uri: string): void
}

export function workspaceChecks(core: Core): WorkspaceChecks {
  const known = new Map<string, ClosedFile>()

  async function checkFile(uri: string): Promise<ClosedFile | undefined> {
    const [project, editor] = await Promise.all([core.projects.projectFor(uri), core.settings.settingsFor(uri)])
    const path = pathOf(uri)
    if (!editor.enable || project.isIgnored(path)) return undefined
    const read = await core.files.read(uri)
    if ('problem' in read) return undefined
    const text = TextDocument.create(uri, languageOf(path), 0, read.text)
    const result = lintOnce(text, () =>
      lint(parseDocument(read.text, languageOf(path)), project.pack, project.settingsFor(path)),
    )
    const shown = shownFindings(result.findings, editor.customizations)
    const diagnostics = [
      ...shown.map((finding) => findingDiagnostic(finding, text, project.pack, core.pageOf)),
      ...result.notes.map((note) => noteDiagnostic(note, text)),
    ]
    return { uri, diagnostics, claims: claimsOf(text, shown, project.pack) }
  }

  function lintOnce({ uri }: TextDocument, run: () => LintResult): LintResult {
    try {
      return run()
    } catch (error) {
      core.report(`${uri} could not be checked: ${error instanceof Error ? error.message : String(error)}`, error)
      return { findings: [], suppressed: [], notes: [] }
    }
  }

  function show(uri: string, file: ClosedFile | undefined): void {
    if (file) known.set(uri, file)
    else if (!known.delete(uri)) return
    void core.connection.sendDiagnostics({ uri, diagnostics: [...(file?.diagnostics ?? [])] })
  }

  const openUri = (uri: string): string | undefined =>
    core.documents.all().find(({ text }) => sameUri(text.uri, uri))?.text.uri

  async function findingsIn(uri: string): Promise<number> {
    const open = openUri(uri)
    if (open !== undefined) {
      const document = core.documents.get(open)
      if (document) document.isDue = true
      return (await core.checks.check(open))?.shown.length ?? 0
    }
    const file = await checkFile(uri)
    show(uri, file)
    return file?.claims.claims.length ?? 0
  }

  async function documents(): Promise<readonly string[]> {
    const found = await Promise.all([...core.folders].map((folder) => core.files.documentsIn(folder)))
    return [...new Set(found.flat())]
  }

  return {
    files: () => [...known.values()],
    async run(progress, token) {
      const started = core.world.now()
      const all = await documents()
      for (const gone of [...known.keys()].filter((uri) => !all.includes(uri))) show(gone, undefined)
      let files = 0
      let findings = 0
      for (const uri of all) {
        if (token.isCancellationRequested) break
        progress(files, all.length)
        findings += await findingsIn(uri)
        files++
        await new Promise<void>((resolve) => core.world.soon(resolve))
      }
      return { files, findings, milliseconds: core.world.now() - started, cancelled: files < all.length }
    },
    async changed(uri, isGone) {
      if (!known.has(uri) || openUri(uri) !== undefined) return
      show(uri, isGone ? undefined : await checkFile(uri))
    },
    opened(uri) {
      for (const other of [...known.keys()]) if (sameUri(uri, other)) show(other, undefined)
    },
  }
}
