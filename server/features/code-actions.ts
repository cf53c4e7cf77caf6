import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { overlaps, type Span } from '../../engine/document/span.js'
import type { Finding, Note } from '../../engine/findings/finding.js'
import type { Edit } from '../../engine/findings/fixes/edit.js'
import { type Fix, type FixId, fixesFor } from '../../engine/findings/fixes/fixes.js'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { serverCommands } from '../protocol.js'
import { blanksIn, toRange, toSnippetEdit, toSpan, toTextEdit } from '../to-lsp.js'
import { withBibliography } from './bibliography-edit.js'
import { harmlessEdits } from './harmless-fixes.js'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.proviso`

/** What an action needs to be worked out later; the finding is found again, wherever it stands by then. */
interface ActionData {
  readonly uri: string
  readonly fingerprint: string
  readonly fix: FixId
}

export function registerCodeActions(core: Core): void {
  core.connection.onCodeAction((params) => actions(params, core))
  core.connection.onCodeActionResolve((action) => resolve(action, core))
}

async function actions({ textDocument: { uri }, range, context }: CodeActionParams, core: Core): Promise<CodeAction[]> {
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  if (!checked || !document || checked.version !== document.text.version) return []
  const wants = (kind: string): boolean =>
    context.only === undefined || context.only.some((one) => kind === one || one === '' || kind.startsWith(`${one}.`))
  const span = toSpan(document.text, range)
  const quick = wants(CodeActionKind.QuickFix)
    ? [
        ...checked.shown
          .filter((one) => touches(one.span, span))
          .flatMap((one) => findingActions(one, document, checked, context.diagnostics, core)),
        ...checked.result.notes
          .filter((one) => touches(one, span))
          .flatMap((one) => noteActions(one, document, checked, context.diagnostics, core)),
      ]
    : []
  // Not offered among the quick fixes of a line: it is for the whole document and is asked for by its kind.
  return context.only && wants(fixAllKind) ? [...quick, ...fixAll(document, checked, core)] : quick
}

/** A cursor at either edge counts as well. */
const touches = (one: Span, other: Span): boolean =>
  overlaps(one, other) || (other.start === other.end && one.start <= other.start && other.start <= one.end)

function findingActions(
  finding: Finding,
  document: OpenDocument,
  checked: Checked,
  diagnostics: readonly Diagnostic[],
  core: Core,
): CodeAction[] {
  const about = diagnostics.filter(
    ({ code, range }) => code === finding.rule && overlaps(toSpan(document.text, range), finding.span),
  )
  const { uri } = document.text
  const { pack } = checked.surroundings.project
  const parsed = document.session?.document()
  const fitting = parsed
    ? fixesFor(finding, pack, checked.surroundings.settings).filter(
        (fix) => fix.edits(finding, parsed, pack).length > 0,
      )
    : []
  const fixes = fitting.map((fix): CodeAction => {
    const data: ActionData = { uri, fingerprint: finding.fingerprint, fix: fix.id }
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: about,
      ...(fix.preferred ? { isPreferred: true } : {}),
      data,
    }
    return core.client.resolvesEdits ? action : withEdit(action, fix, finding, document, checked, core)
  })
  return [...fixes, ...commandsFor(finding, document, core).map((command) => commandAction(command, about))]
}

const commandAction = (command: Command, diagnostics: Diagnostic[]): CodeAction => ({
  title: command.title,
  kind: CodeActionKind.QuickFix,
  diagnostics,
  command,
})

function commandsFor(
  { rule, span, fingerprint }: Finding,
  { text }: OpenDocument,
  { client, pageOf }: Core,
): Command[] {
  const names = { ...serverCommands, ...client.options.commands }
  const page = { title: `Open the page of ${rule}`, command: names.showRulePage, arguments: [rule] }
  const explain = {
    title: 'Explain this sentence',
    command: names.explain,
    arguments: [text.uri, toRange(text, span).start],
  }
  const form = client.options.commands?.waive
  const waiving = form
    ? [{ title: 'Stand by the claim, on record (waive it)', command: form, arguments: [text.uri, fingerprint] }]
    : []
  const canShow =
    client.options.commands?.showRulePage !== undefined || (client.showsDocuments && pageOf(rule) !== undefined)
  return [...waiving, ...(canShow ? [page, explain] : [explain])]
}

function withEdit(
  action: CodeAction,
  fix: Fix,
  finding: Finding,
  document: OpenDocument,
  checked: Checked,
  core: Core,
): CodeAction {
  const parsed = document.session?.document()
  const edits = parsed ? fix.edits(finding, parsed, checked.surroundings.project.pack) : []
  return edits.length === 0 ? action : { ...action, edit: workspaceEdit(edits, document, core) }
}

async function resolve(action: CodeAction, core: Core): Promise<CodeAction> {
  const { uri, fingerprint, fix: id } = (action.data ?? {}) as Partial<ActionData>
  const checked = uri === undefined ? undefined : await core.checks.check(uri)
  const document = core.documents.get(uri ?? '')
  const finding = checked?.shown.find((one) => one.fingerprint === fingerprint)
  if (!checked || !document || !finding || checked.version !== document.text.version) return action
  const fix = fixesFor(finding, checked.surroundings.project.pack, checked.surroundings.settings).find(
    (one) => one.id === id,
  )
  if (!fix) return action
  const whole = withEdit(action, fix, finding, document, checked, core)
  return fix.id === 'cite' ? withBibliography(whole, document, checked, core) : whole
}

/** The version goes with the edits, so that a client can refuse what came too late. */
function workspaceEdit(edits: readonly Edit[], { text }: OpenDocument, { client }: Core): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: { [text.uri]: edits.map((edit) => toTextEdit(edit, text)) } }
  const asSnippets = client.snippetEdits && edits.some((edit) => blanksIn(edit) > 0)
  let next = 1
  const textEdits: TextDocumentEdit['edits'] = edits.map((edit) => {
    if (!asSnippets || blanksIn(edit) === 0) return toTextEdit(edit, text)
    const snippet = toSnippetEdit(edit, text, next)
    next += blanksIn(edit)
    return snippet
  })
  return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: textEdits }] }
}

function noteActions(
  note: Note,
  document: OpenDocument,
  checked: Checked,
  diagnostics: readonly Diagnostic[],
  core: Core,
): CodeAction[] {
  const { fix } = note
  if (!fix) return []
  return [
    {
      title:
        note.kind === 'directive-unused' ? 'Remove the unused directive' : `Change to ${note.suggestion ?? fix.text}`,
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      diagnostics: diagnostics.filter(({ code }) => code === note.kind),
      edit: plainEdit([{ range: toRange(document.text, fix), newText: fix.text }], document, checked, core),
    },
  ]
}

function fixAll(document: OpenDocument, checked: Checked, core: Core): CodeAction[] {
  const edits = harmlessEdits(document, checked)
  if (edits.length === 0) return []
  return [
    {
      title: 'Remove unused directives and doubled notes',
      kind: fixAllKind,
      edit: plainEdit(edits, document, checked, core),
    },
  ]
}

function plainEdit(
  edits: ReturnType<typeof harmlessEdits>,
  { text: { uri } }: OpenDocument,
  { version }: Checked,
  { client }: Core,
): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: { [uri]: edits } }
  return { documentChanges: [{ textDocument: { uri, version }, edits }] }
}
