import type { Project } from '../engine/config/project.js'
import type { Finding, LintResult, Severity } from '../engine/findings/finding.js'
import { openSession } from '../engine/session/session.js'
import type { Settings } from '../engine/settings.js'
import { type Accepted, withWaivers } from '../engine/waivers/accepted.js'
import type { Core } from './core.js'
import type { OpenDocument } from './documents.js'
import type { EditorSettings, Status } from './protocol.js'
import { shownFindings } from './shown.js'
import { pathOf } from './uris.js'

/** What decides on a document, besides its text. */
export interface Surroundings {
  readonly project: Project
  readonly settings: Settings
  readonly editor: EditorSettings
  readonly isIgnored: boolean
  readonly accepted: Accepted
}

/** A document as it was checked at one version. */
export interface Checked {
  readonly version: number
  readonly surroundings: Surroundings
  readonly result: LintResult
  /** What the editor shows of the findings. */
  readonly shown: readonly Finding[]
  readonly milliseconds: number
  readonly silence?: NonNullable<Status['silence']>
  readonly problem?: string
  /** Names what a client was told, so that it is not told twice. */
  readonly resultId: string
}

/** Checks open documents, once for each version. */
export interface Checks {
  /** The check that holds for a document now; nothing when it is not open, or was closed meanwhile. */
  check(uri: string): Promise<Checked | undefined>
  /** The same without waiting, where all that decides is known already. */
  checkNow(document: OpenDocument): Checked | undefined
  /** Configurations or settings changed: all is checked anew. */
  forget(): void
}

const NOTHING: LintResult = { findings: [], suppressed: [], notes: [] }

export function checksOf(core: Core, told: (document: OpenDocument, checked: Checked) => void): Checks {
  let known = new Map<string, Surroundings>()
  let results = 0

  async function learn(uri: string): Promise<Surroundings> {
    const before = known
    const [project, editor] = await Promise.all([core.projects.projectFor(uri), core.settings.settingsFor(uri)])
    const path = pathOf(uri)
    const accepted = await core.projects.acceptedFor(uri, project)
    const surroundings = {
      project,
      editor,
      accepted,
      settings: project.settingsFor(path),
      isIgnored: project.isIgnored(path),
    }
    // What was forgotten while it was read is read again.
    if (known !== before) return learn(uri)
    known.set(uri, surroundings)
    return surroundings
  }

  function checkNow(document: OpenDocument): Checked | undefined {
    const surroundings = known.get(document.text.uri)
    if (!surroundings) return undefined
    const { checked } = document
    const sameRules = checked?.surroundings === surroundings
    if (checked && sameRules && (checked.version === document.text.version || !document.isDue)) return checked
    return keep(document, document.isDue ? make(document, surroundings) : notYet(document, surroundings))
  }

  function keep(document: OpenDocument, checked: Checked): Checked {
    document.checked = checked
    document.isDue = false
    told(document, checked)
    return checked
  }

  function make(document: OpenDocument, surroundings: Surroundings): Checked {
    const { editor, isIgnored } = surroundings
    if (!editor.enable) return silent(document, surroundings, 'switched-off')
    if (isIgnored) return silent(document, surroundings, 'ignored')
    const started = core.world.now()
    try {
      const result = lintIn(document, surroundings)
      const milliseconds = core.world.now() - started
      const shown = shownFindings(result.findings, editor.customizations)
      const silence = shown.length + result.notes.length === 0 ? { silence: 'clean' as const } : {}
      return { ...common(document, surroundings), ...problemOf(surroundings), result, shown, milliseconds, ...silence }
    } catch (error) {
      return failed(document, surroundings, error)
    }
  }

  function lintIn(document: OpenDocument, { project, settings, accepted }: Surroundings): LintResult {
    if (document.checked?.surroundings.project.pack !== project.pack) document.session = undefined
    document.session ??= openSession(document.language, project.pack)
    return withWaivers(document.session.lint(document.text.text, settings), accepted)
  }

  /** A fault of ours costs one document its findings and is said once. */
  function failed(document: OpenDocument, surroundings: Surroundings, error: unknown): Checked {
    document.session = undefined
    const problem = error instanceof Error ? error.message : String(error)
    if (!document.hasFailed) core.report(`${document.text.uri} could not be checked: ${problem}`, error)
    document.hasFailed = true
    return { ...silent(document, surroundings, 'failed'), problem }
  }

  const silent = (
    document: OpenDocument,
    surroundings: Surroundings,
    silence: NonNullable<Status['silence']>,
  ): Checked => ({ ...common(document, surroundings), result: NOTHING, shown: [], milliseconds: 0, silence })

  /** Settings ask for a check on save or on command only: what was found before stays, as the editor has moved it. */
  const notYet = (document: OpenDocument, surroundings: Surroundings): Checked => ({
    ...common(document, surroundings),
    result: document.checked?.result ?? NOTHING,
    shown: document.checked?.shown ?? [],
    milliseconds: 0,
  })

  const common = ({ text: { version } }: OpenDocument, surroundings: Surroundings) => ({
    version,
    surroundings,
    resultId: `${++results}`,
  })

  return {
    async check(uri) {
      if (!known.has(uri)) await learn(uri)
      const document = core.documents.get(uri)
      return document?.kind === 'prose' ? checkNow(document) : undefined
    },
    checkNow,
    forget() {
      known = new Map()
      for (const document of core.documents.all()) document.isDue = true
    },
  }
}

const problemOf = ({ project: { problems } }: Surroundings): { problem?: string } => {
  const [first] = problems
  return first ? { problem: `${first.file}:${first.line}: ${first.message}` } : {}
}

export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
