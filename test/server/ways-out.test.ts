import assert from 'node:assert/strict'
import type { CodeAction } from 'vscode-languageserver-protocol'
import * as protocol from '../../server/protocol.js'
import { type Editor, fileUri, pulling, type Setup, startEditor } from './editor.js'

const URI = fileUri('/project/docs/draft.md')
const TEXT = '# An AI model\n\nOur guardrails cannot be bypassed.\n'

async function withDocument(text: string, use: (editor: Editor) => Promise<void>, setup: Setup = {}): Promise<void> {
  const editor = await startEditor(setup)
  await editor.open(URI, text)
  await use(editor)
  await editor.end()
}

function titled(actions: readonly CodeAction[], start: string): CodeAction {
  const found = actions.find(({ title }) => title.startsWith(start))
  assert.ok(found, `no action begins with ${start}`)
  return found
}

describe('Citing by key', () => {
  const workspace = {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create' as const] },
  }
  const text = `---\nbibliography: refs.bib\n---\n\n${TEXT}`
  const cite = async (editor: Editor): Promise<string> =>
    JSON.stringify((await editor.resolve(titled(await editor.actions(URI, 'guardrails'), 'Cite'))).edit)

  it('adds the report to the bibliography, which is to be confirmed', () =>
    withDocument(
      text,
      async (editor) => {
        const edit = await cite(editor)
        assert.match(edit, /\[@janku2024, p\. 17\]/)
        assert.match(edit, /"uri":"file:\/\/\/project\/docs\/refs\.bib","version":null/)
        assert.match(edit, /@techreport\{janku2024/)
        assert.match(edit, /"needsConfirmation":true/)
      },
      { capabilities: { ...pulling, workspace }, files: { '/project/docs/refs.bib': '@book{smith2020,\n}\n' } },
    ))
  it('leaves a bibliography alone that has it', () =>
    withDocument(text, async (editor) => assert.doesNotMatch(await cite(editor), /refs\.bib/), {
      capabilities: { ...pulling, workspace },
      files: { '/project/docs/refs.bib': '@book{janku2024,\n}\n' },
    }))
  it('makes one that is named and not there', () =>
    withDocument(text, async (editor) => assert.match(await cite(editor), /"kind":"create","uri":"[^"]*refs\.bib"/), {
      capabilities: { ...pulling, workspace },
    }))
  it('writes nothing into other files where nobody can be asked', () =>
    withDocument(text, async (editor) => assert.doesNotMatch(await cite(editor), /refs\.bib/)))
})

describe('Standing by a claim', () => {
  const form = { options: { commands: { waive: 'form' } } }

  it('writes the record, and the claim is found no more', () =>
    withDocument(
      TEXT,
      async (editor) => {
        const { command } = titled(await editor.actions(URI, 'guardrails'), 'Stand by')
        const [ofDocument, fingerprint] = command?.arguments ?? []
        const params = { uri: ofDocument, fingerprint, words: { reason: 'audited', until: '2027-05-31' } }
        const result = await editor.connection.sendRequest<protocol.WaiveResult>(protocol.waiveRequest, params)
        assert.deepEqual(Object.keys(result), ['uri'])
        assert.deepEqual(await editor.diagnostics(URI), [])
        assert.match(
          editor.files.get('/project/.proviso-waivers.yaml') ?? '',
          /file: docs\/draft\.md\n {2}reason: audited/,
        )
      },
      form,
    ))
  it('says what is wrong with the words', () =>
    withDocument(
      TEXT,
      async (editor) => {
        const { command } = titled(await editor.actions(URI, 'guardrails'), 'Stand by')
        const [ofDocument, fingerprint] = command?.arguments ?? []
        const params = { uri: ofDocument, fingerprint, words: { reason: ' ' } }
        assert.deepEqual(await editor.connection.sendRequest(protocol.waiveRequest, params), {
          problem: 'a waiver needs a reason',
        })
      },
      form,
    ))
  it('is not offered where there is no form', () =>
    withDocument(TEXT, async (editor) => {
      const titles = (await editor.actions(URI, 'guardrails')).map(({ title }) => title)
      assert.deepEqual(
        titles.filter((title) => title.startsWith('Stand by')),
        [],
      )
    }))
})
