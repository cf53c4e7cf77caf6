import type { AnnotatedTextEdit, CodeAction, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { folderOf, joinPath } from '../../engine/config/paths.js'
import type { Document } from '../../engine/document/block.js'
import { addToBibliography, bibliographiesNamedIn } from '../../engine/findings/fixes/bibliography.js'
import { citationStyleOf } from '../../engine/findings/fixes/citation-style.js'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { toTextEdit } from '../to-lsp.js'
import { hasPlace, pathOf, withPath } from '../uris.js'

/** The same action with an edit, to be confirmed, that adds the report to the bibliography where it is missing. */
export async function withBibliography(
  action: CodeAction,
  { text, session }: OpenDocument,
  checked: Checked,
  core: Core,
): Promise<CodeAction> {
  const document = session?.document()
  // A client that cannot ask is given nothing to write in a file that nobody looks at.
  if (!document || !action.edit?.documentChanges || !core.client.asksToConfirm || !hasPlace(text.uri)) return action
  const uris = bibliographiesOf(document, text.uri, checked)
  const change = await entryFor(uris, checked, core)
  return change ? { ...action, edit: joined(action.edit, change) } : action
}

function bibliographiesOf(document: Document, uri: string, { surroundings: { settings } }: Checked): readonly string[] {
  const style = citationStyleOf(document, settings)
  if (style !== 'pandoc' && style !== 'latex') return []
  const named = bibliographiesNamedIn(document).map((path) => joinPath(folderOf(pathOf(uri)), path))
  return (named.length > 0 ? named : (settings.citation?.bibliography ?? [])).map((path) => withPath(uri, path))
}

type Change = readonly (CreateFile | TextDocumentEdit)[]

async function entryFor(uris: readonly string[], { surroundings }: Checked, core: Core): Promise<Change | undefined> {
  const { key, reference } = surroundings.project.pack.knowledge.report
  if (!reference) return undefined
  const changes: Change[] = []
  for (const uri of uris) {
    const read = await core.files.read(uri)
    const source = 'text' in read ? read.text : ''
    const added = addToBibliography(uri, source, key, reference)
    if ('problem' in added) continue
    if (added.edits.length === 0) return undefined
    if ('problem' in read && !core.client.createsFiles) continue
    const placing = TextDocument.create(uri, 'plaintext', 0, source)
    const edits = added.edits.map(
      (edit): AnnotatedTextEdit => ({ ...toTextEdit(edit, placing), annotationId: ANNOTATION }),
    )
    const create: CreateFile[] =
      'problem' in read ? [{ kind: 'create', uri, options: { ignoreIfExists: true }, annotationId: ANNOTATION }] : []
    changes.push([...create, { textDocument: { uri, version: null }, edits }])
  }
  return changes[0]
}

const ANNOTATION = 'bibliography'

const joined = (edit: WorkspaceEdit, change: Change): WorkspaceEdit => ({
  ...edit,
  documentChanges: [...(edit.documentChanges ?? []), ...change],
  changeAnnotations: {
    [ANNOTATION]: {
      label: 'Add the report to the bibliography',
      description: 'so that the key of the citation leads somewhere',
      needsConfirmation: true,
    },
  },
})
