import type { CancellationToken } from 'vscode-languageserver'
import { type ClosedFile, closedFiles } from './closed-files.js'
import type { Core } from './core.js'
import type { OpenDocument } from './documents.js'
import type { WorkspaceCheck } from './protocol.js'
import { sameUri } from './uris.js'

/** Checks of whole folders, asked for by the user. What is found in files that are not open is kept and shown. */
export interface WorkspaceChecks {
  files(): readonly ClosedFile[]
  /** All documents in the folders of the workspace, open or not: URIs. */
  documents(): Promise<readonly string[]>
  /** The open document that is the file at a URI. */
  openAt(uri: string): OpenDocument | undefined
  /** A file as it is on the disk. */
  fileAt(uri: string): Promise<ClosedFile | undefined>
  run(progress: (done: number, all: number) => void, token: CancellationToken): Promise<WorkspaceCheck>
  /** A file that was checked before changed on the disk, or is no longer there. */
  changed(uri: string): Promise<void>
  /** An open document speaks for itself. */
  opened(uri: string): void
  /** What a check of the workspace found in it, or would find now, is shown again. */
  closed(uri: string): Promise<void>
  /** Configurations or settings changed: what was checked before is checked anew. */
  renewed(): Promise<void>
}

export function workspaceChecks(core: Core): WorkspaceChecks {
  /** By URI; undefined for a file with nothing to show: ignored, gone, or open at the moment. */
  const known = new Map<string, ClosedFile | undefined>()
  const fileAt = closedFiles(core)
  let renewals = 0

  function show(uri: string, file: ClosedFile | undefined): void {
    const before = known.get(uri)
    known.set(uri, file)
    // A client that asks for the whole workspace is not told twice.
    if (core.client.options.workspaceDiagnostics === true || before === file) return
    void core.connection.sendDiagnostics({ uri, diagnostics: [...(file?.diagnostics ?? [])] })
  }

  const openAt = (uri: string): OpenDocument | undefined =>
    core.documents.all().find(({ text }) => sameUri(text.uri, uri))

  async function findingsIn(uri: string): Promise<number> {
    const open = openAt(uri)
    if (open) {
      known.set(uri, undefined)
      open.isDue = true
      return (await core.checks.check(open.text.uri))?.shown.length ?? 0
    }
    const file = await checkAgain(uri)
    return file?.claims.claims.length ?? 0
  }

  /** While a file is read it may be opened, and then it is not for us to speak. */
  async function checkAgain(uri: string): Promise<ClosedFile | undefined> {
    const file = await fileAt(uri)
    show(uri, openAt(uri) ? undefined : file)
    return file
  }

  async function documents(): Promise<readonly string[]> {
    const found = await Promise.all([...core.folders].map((folder) => core.files.documentsIn(folder)))
    return [...new Set(found.flat())]
  }

  const breath = (): Promise<void> => new Promise((resolve) => core.world.soon(resolve))

  return {
    files: () => [...known.values()].flatMap((file) => file ?? []),
    documents,
    openAt,
    fileAt,
    async run(progress, token) {
      const started = core.world.now()
      const all = await documents()
      const there = new Set(all)
      for (const gone of [...known.keys()].filter((uri) => !there.has(uri))) {
        show(gone, undefined)
        known.delete(gone)
      }
      let files = 0
      let findings = 0
      for (const uri of all) {
        if (token.isCancellationRequested) break
        progress(files, all.length)
        findings += await findingsIn(uri)
        files++
        await breath()
      }
      return { files, findings, milliseconds: core.world.now() - started, cancelled: files < all.length }
    },
    async changed(uri) {
      if (known.has(uri) && !openAt(uri)) await checkAgain(uri)
    },
    opened(uri) {
      for (const other of known.keys()) if (sameUri(uri, other)) show(other, undefined)
    },
    async closed(uri) {
      for (const other of known.keys()) if (sameUri(uri, other)) await checkAgain(other)
    },
    async renewed() {
      const renewal = ++renewals
      for (const uri of [...known.keys()]) {
        if (renewal !== renewals) return
        if (!openAt(uri)) await checkAgain(uri)
        await breath()
      }
    },
  }
}
