import assert from 'node:assert/strict'
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import * as protocol from '../../server/protocol.js'
import { type Editor, fileUri, pulling, type Setup, startEditor } from './editor.js'

const CLAIM = 'Our guardrails cannot be bypassed.'
const TEXT = `# An AI model\n\n${CLAIM}\n`
const RULE = 'training/safeguard-permanent'
const A = fileUri('/project/a.md')
const B = fileUri('/project/b.md')

async function inWorkspace(setup: Setup, use: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await startEditor({ files: { '/project/a.md': TEXT, '/project/b.md': 'The office.\n' }, ...setup })
  await use(editor)
  await editor.end()
}

const checkWorkspace = (editor: Editor) =>
  editor.connection.sendRequest<protocol.WorkspaceCheck>(protocol.checkWorkspaceRequest, {})
const counted = async (editor: Editor, uri: string) => (await editor.published(uri)).diagnostics.length
const claims = async (editor: Editor) =>
  (await editor.connection.sendRequest<protocol.ClaimsOfFile[]>(protocol.claimsRequest, {})).flatMap(
    (file) => file.claims,
  ).length

describe('What a check of the workspace found in a file', () => {
  it('gives way to the open document, and comes back when that is closed', () =>
    inWorkspace({}, async (editor) => {
      await checkWorkspace(editor)
      assert.equal(await counted(editor, A), 1)
      await editor.open(A, TEXT)
      assert.equal(await counted(editor, A), 0)
      assert.deepEqual([(await editor.diagnostics(A)).length, await claims(editor)], [1, 1])
      await editor.close(A)
      assert.equal(await counted(editor, A), 1)
      assert.equal(await claims(editor), 1)
    }))
  it('comes for a document that was open during the check, too', () =>
    inWorkspace({}, async (editor) => {
      await editor.open(A, TEXT)
      await checkWorkspace(editor)
      await editor.close(A)
      assert.equal(await counted(editor, A), 1)
    }))
  it('is what the file holds by then', () =>
    inWorkspace({}, async (editor) => {
      await checkWorkspace(editor)
      assert.equal(await counted(editor, A), 1)
      await editor.open(A, TEXT)
      assert.equal(await counted(editor, A), 0)
      await editor.fileChanged('/project/a.md', `${TEXT}\n${CLAIM}\n`)
      await editor.close(A)
      assert.equal(await counted(editor, A), 2)
    }))
  it('follows a configuration', () =>
    inWorkspace({}, async (editor) => {
      await checkWorkspace(editor)
      assert.equal(await counted(editor, A), 1)
      await editor.fileChanged('/project/.proviso.yaml', `rules:\n  ${RULE}: off\n`)
      assert.equal(await counted(editor, A), 0)
    }))
})

describe('A client that asks for the diagnostics of the workspace', () => {
  const setup: Setup = { capabilities: pulling, options: { workspaceDiagnostics: true } }
  const ask = async (editor: Editor, before: readonly WorkspaceDocumentDiagnosticReport[] = []) => {
    const previousResultIds = before.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []))
    const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
    })
    return items
  }
  const inShort = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
    items.map((item) => [item.uri, item.version, item.kind === 'full' ? item.items.length : item.kind])

  it('gets those of each document, open or not', () =>
    inWorkspace(setup, async (editor) => {
      await editor.open(B, TEXT)
      assert.deepEqual(inShort(await ask(editor)), [
        [A, null, 1],
        [B, 1, 1],
      ])
    }))
  it('gets only what is new the next time', () =>
    inWorkspace(setup, async (editor) => {
      const first = await ask(editor)
      await editor.fileChanged('/project/b.md', TEXT)
      const second = await ask(editor, first)
      assert.deepEqual(inShort(second), [
        [A, null, 'unchanged'],
        [B, null, 1],
      ])
    }))
  it('hears of a file that is no longer there', () =>
    inWorkspace(setup, async (editor) => {
      const first = await ask(editor)
      await editor.fileChanged('/project/a.md', undefined)
      assert.deepEqual(inShort(await ask(editor, first)), [
        [B, null, 'unchanged'],
        [A, null, 0],
      ])
    }))
  it('gets nothing for a file that is ignored', () =>
    inWorkspace(
      { ...setup, files: { '/project/a.md': TEXT, '/project/.proviso.yaml': 'ignores: a.md\n' } },
      async (editor) => assert.deepEqual(inShort(await ask(editor)), [[A, null, 0]]),
    ))
  it('gets each document as soon as it is checked, when it takes parts of an answer', () =>
    inWorkspace(setup, async (editor) => {
      const parts: WorkspaceDocumentDiagnosticReport[] = []
      editor.connection.onNotification(
        '$/progress',
        ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
          if (token === 'parts') parts.push(...value.items)
        },
      )
      const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: [],
        partialResultToken: 'parts',
      })
      assert.deepEqual([inShort(parts).length, items.length], [2, 0])
    }))
  it('is not told twice what a check of the workspace finds', () =>
    inWorkspace(setup, async (editor) => {
      const sent: string[] = []
      editor.connection.onNotification(
        'textDocument/publishDiagnostics',
        ({ uri }: { uri: string }) => void sent.push(uri),
      )
      await checkWorkspace(editor)
      assert.deepEqual([sent, await claims(editor)], [[], 1])
    }))
})
