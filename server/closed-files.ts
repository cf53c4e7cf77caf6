import type { Diagnostic } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Project } from '../engine/config/project.js'
import { languageOf } from '../engine/document/languages.js'
import { parseDocument } from '../engine/document/parse.js'
import type { LintResult } from '../engine/findings/finding.js'
import { digest } from '../engine/findings/fingerprint.js'
import { lint } from '../engine/lint.js'
import { type Accepted, withWaivers } from '../engine/waivers/accepted.js'
import type { Core } from './core.js'
import { claimsOf } from './features/claims.js'
import { diagnosticsIn } from './features/document-diagnostics.js'
import type { ClaimsOfFile, EditorSettings } from './protocol.js'
import { shownFindings } from './shown.js'
import { pathOf } from './uris.js'

/** A document that is not open, as it was last checked. */
export interface ClosedFile {
  readonly uri: string
  readonly claims: ClaimsOfFile
  readonly diagnostics: readonly Diagnostic[]
  /** Another one for each check whose result may be another. */
  readonly resultId: string
}

/** What decided on a file. Its text is not kept: there may be many. */
interface Kept {
  readonly digest: string
  readonly project: Project
  readonly accepted: Accepted
  readonly editor: EditorSettings
  readonly file: ClosedFile
}

/** Checks files that are not open, each once for a text and what decides on it. Nothing for a file that is ignored or cannot be read. */
export function closedFiles(core: Core): (uri: string) => Promise<ClosedFile | undefined> {
  const kept = new Map<string, Kept>()
  let results = 0

  async function check(uri: string): Promise<Kept | undefined> {
    const [project, editor] = await Promise.all([core.projects.projectFor(uri), core.settings.settingsFor(uri)])
    if (!editor.enable || project.isIgnored(pathOf(uri))) return undefined
    const accepted = await core.projects.acceptedFor(uri, project)
    const read = await core.files.read(uri)
    if ('problem' in read) return undefined
    const made = { digest: digest(read.text), project, editor, accepted }
    const last = kept.get(uri)
    const isSame =
      last?.digest === made.digest && last.project === project && last.editor === editor && last.accepted === accepted
    return isSame ? last : { ...made, file: checked(uri, read.text, made) }
  }

  function checked(uri: string, source: string, { project, accepted, editor }: Omit<Kept, 'file'>): ClosedFile {
    const path = pathOf(uri)
    const { pack } = project
    const parsed = parseDocument(source, languageOf(path))
    const { findings, notes } = careful(uri, () => withWaivers(lint(parsed, pack, project.settingsFor(path)), accepted))
    const shown = shownFindings(findings, editor.customizations)
    const text = TextDocument.create(uri, languageOf(path), 0, source)
    const blocks = () => parsed.blocks.map((block) => ({ block, by: 0 }))
    const diagnostics = diagnosticsIn({ text, shown, notes, pack, blocks }, core)
    return { uri, diagnostics, claims: claimsOf(text, shown, pack), resultId: `file ${++results}` }
  }

  function careful(uri: string, run: () => LintResult): LintResult {
    try {
      return run()
    } catch (error) {
      core.report(`${uri} could not be checked: ${error instanceof Error ? error.message : String(error)}`, error)
      return { findings: [], suppressed: [], notes: [] }
    }
  }

  return async (uri) => {
    const made = await check(uri)
    if (made) kept.set(uri, made)
    else kept.delete(uri)
    return made?.file
  }
}
