import assert from 'node:assert/strict'
import { CancellationTokenSource, type ClientCapabilities, LSPErrorCodes } from 'vscode-languageserver-protocol'
import { fileUri, pulling, type Setup, startEditor } from './editor.js'

const URI = fileUri('/project/draft.md')
const CLAIM = 'Our guardrails cannot be bypassed.'
const TEXT = `# An AI model\n\n${CLAIM}\n`
const RULE = 'training/safeguard-permanent'

const pushed: ClientCapabilities = { workspace: { configuration: true } }

/** The rules reported for a text, by the diagnostics that an editor asks for. */
async function check(text: string, expected: readonly string[], setup: Setup = {}, uri = URI, language = 'markdown') {
  const editor = await startEditor(setup)
  await editor.open(uri, text, language)
  const found = await editor.diagnostics(uri)
  assert.deepEqual(
    found.map(({ code }) => code),
    expected,
  )
  await editor.end()
}

describe('Diagnostics that an editor asks for', () => {
  it('mark the words of a claim, with the rule, its page and a fingerprint', async () => {
    const editor = await startEditor()
    await editor.open(URI, TEXT)
    const [found] = await editor.diagnostics(URI)
    assert.deepEqual(found?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 33 } })
    assert.deepEqual([found?.severity, found?.code, found?.source], [2, RULE, 'proviso'])
    assert.equal(found?.codeDescription?.href, `file:///docs/rules/${RULE}.md`)
    assert.match(JSON.stringify(found?.data), /"fingerprint":"[0-9a-f]{16}:1"/)
    await editor.end()
  })
  it('count columns in UTF-16 units', async () => {
    const editor = await startEditor()
    await editor.open(URI, `# An AI model\n\n🙂 ${CLAIM}\n`)
    const [found] = await editor.diagnostics(URI)
    assert.equal(found?.range.start.character, 3)
    assert.equal(editor.server.capabilities.positionEncoding, 'utf-16')
    await editor.end()
  })
  it('are not sent again when nothing changed, and are after a change', async () => {
    const editor = await startEditor()
    await editor.open(URI, TEXT)
    const first = await editor.pull(URI)
    assert.equal((await editor.pull(URI, first.resultId)).kind, 'unchanged')
    await editor.replace(URI, 'cannot', 'can')
    const second = await editor.pull(URI, first.resultId)
    assert.deepEqual(second.kind === 'full' && second.items, [])
    await editor.end()
  })
  it('are asked for again when the question came before the document', async () => {
    const editor = await startEditor()
    const refreshed = new Promise<void>((resolve) => {
      editor.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve()
        return null
      })
    })
    assert.deepEqual(await editor.diagnostics(URI), [])
    await editor.open(URI, TEXT)
    await refreshed
    assert.equal((await editor.diagnostics(URI)).length, 1)
    await editor.end()
  })
  it('are not said to be none when the question was withdrawn', async () => {
    const editor = await startEditor()
    await editor.open(URI, TEXT)
    const source = new CancellationTokenSource()
    const params = { textDocument: { uri: URI } }
    const asked = editor.connection.sendRequest('textDocument/diagnostic', params, source.token)
    source.cancel()
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled })
    assert.equal((await editor.diagnostics(URI)).length, 1)
    await editor.end()
  })
  it('follow many small changes', async () => {
    const editor = await startEditor()
    await editor.open(URI, TEXT)
    for (const letter of 'However, that is not known. ') await editor.replace(URI, '\n\nOur', `${letter}\n\nOur`)
    assert.equal((await editor.diagnostics(URI))[0]?.code, RULE)
    await editor.end()
  })
  for (const [what, uri, language] of [
    ['an untitled document', 'untitled:Untitled-1', 'markdown'],
    ['plain text', fileUri('/project/draft.txt'), 'plaintext'],
    ['a document in a virtual workspace', 'vscode-vfs://github/lab/draft.md', 'markdown'],
  ] as const) {
    it(`are given for ${what}`, () => check(`An AI model.\n\n${CLAIM}\n`, [RULE], {}, uri, language))
  }
  for (const uri of [
    'git:/project/draft.md?x',
    'output:log',
    'vscode-chat-code-block://x/1',
    'vscode-userdata:/x.md',
  ]) {
    it(`leave ${uri.split(':')[0]} alone`, () => check(TEXT, [], {}, uri))
  }
  it('leave other languages alone', () => check(TEXT, [], {}, fileUri('/project/a.ts'), 'typescript'))
  it('lead to the limitation where the text states it elsewhere, for clients that show it', async () => {
    const text = `${TEXT}\n## Limitations\n\nWe tested in English only.\n`
    for (const [diagnostic, expected] of [
      [{ relatedInformation: true }, [URI, 4]],
      [{}, undefined],
    ] as const) {
      const capabilities = { ...pulling, textDocument: { ...pulling.textDocument, diagnostic } }
      const editor = await startEditor({ capabilities })
      await editor.open(URI, text)
      const [found] = await editor.diagnostics(URI)
      const [related] = found?.relatedInformation ?? []
      assert.deepEqual(related && [related.location.uri, related.location.range.start.line], expected)
      await editor.end()
    }
  })
  it('speak of unused directives, which fade', async () => {
    const editor = await startEditor()
    await editor.open(URI, `<!-- proviso-disable-next-line ${RULE} -- old -->\nThe office is in Avonmark.\n`)
    const [found] = await editor.diagnostics(URI)
    assert.deepEqual([found?.code, found?.tags], ['directive-unused', [1]])
    await editor.end()
  })
})

describe('Diagnostics that the server sends', () => {
  it('come with the version that they are of', async () => {
    const editor = await startEditor({ capabilities: pushed })
    await editor.open(URI, TEXT)
    assert.deepEqual(
      await editor.published(URI).then(({ version, diagnostics }) => [version, diagnostics.length]),
      [1, 1],
    )
    await editor.replace(URI, 'cannot', 'can')
    assert.deepEqual(
      await editor.published(URI).then(({ version, diagnostics }) => [version, diagnostics.length]),
      [2, 0],
    )
    await editor.end()
  })
  it('are of the last version when changes come quickly', async () => {
    const editor = await startEditor({ capabilities: pushed })
    await editor.open(URI, TEXT)
    const sent = ['cannot', 'can', 'cannot', 'can', 'cannot']
    for (let at = 1; at < sent.length; at++) void editor.replace(URI, ` ${sent[at - 1]} `, ` ${sent[at]} `)
    let last = await editor.published(URI)
    while (last.version !== 5) last = await editor.published(URI)
    assert.equal(last.diagnostics.length, 1)
    await editor.end()
  })
  it('are taken back when the document is closed', async () => {
    const editor = await startEditor({ capabilities: pushed })
    await editor.open(URI, TEXT)
    await editor.published(URI)
    await editor.close(URI)
    assert.deepEqual((await editor.published(URI)).diagnostics, [])
    await editor.end()
  })
})

describe('Configuration', () => {
  const off = `rules:\n  ${RULE}: off\n`

  it('is that of the nearest file, as for the command', () =>
    check(
      TEXT,
      [],
      { files: { '/project/docs/.proviso.yaml': off, '/project/.proviso.yaml': '' } },
      fileUri('/project/docs/a.md'),
    ))
  it('may extend another file and bring rules of its own', () =>
    check('# An AI model\n\nThe AI model opens at nine.\n', ['tone/never'], {
      files: {
        '/project/.proviso.yaml': 'extends: base.yaml\npacks: rules\n',
        '/project/base.yaml': off,
        '/project/rules/tone.yaml':
          'id: tone/never\ntitle: Never\nseverity: info\nlimitations: []\nwhat: x\nwhy: x\ninstead: x\nmessage: x\nphrases: ["opens at nine"]\nexamples:\n  flag: ["The AI model [opens at nine]."]\n  clean: []\n',
      },
    }))
  it('may leave files out, and the status says so', async () => {
    const editor = await startEditor({ files: { '/project/.proviso.yaml': 'ignores: draft.md\n' } })
    await editor.open(URI, TEXT)
    assert.deepEqual(await editor.diagnostics(URI), [])
    assert.equal((await editor.status(URI)).silence, 'ignored')
    await editor.end()
  })
  it('is read again when it changes', async () => {
    const editor = await startEditor({ capabilities: pushed })
    await editor.open(URI, TEXT)
    assert.equal((await editor.published(URI)).diagnostics.length, 1)
    await editor.fileChanged('/project/.proviso.yaml', off)
    assert.equal((await editor.published(URI)).diagnostics.length, 0)
    await editor.fileChanged('/project/.proviso.yaml', undefined)
    assert.equal((await editor.published(URI)).diagnostics.length, 1)
    await editor.end()
  })
  it('of each folder counts for that folder', async () => {
    const editor = await startEditor({ folders: ['/one', '/two'], files: { '/one/.proviso.yaml': off } })
    for (const [folder, count] of [
      ['one', 0],
      ['two', 1],
    ] as const) {
      await editor.open(fileUri(`/${folder}/a.md`), TEXT)
      assert.equal((await editor.diagnostics(fileUri(`/${folder}/a.md`))).length, count)
    }
    await editor.end()
  })
  it('has diagnostics of its own', async () => {
    const editor = await startEditor()
    const uri = fileUri('/project/.proviso.yaml')
    await editor.open(uri, 'ruls:\n  x: off\nrules:\n  training/rlhf-suficient: off\n', 'yaml')
    const found = await editor.diagnostics(uri)
    assert.deepEqual(
      found.map(({ message, range }) => [message, range.start.line, range.end.character]),
      [
        ["unknown key 'ruls'; did you mean 'rules'?", 0, 4],
        ["unknown rule 'training/rlhf-suficient'; did you mean 'training/rlhf-sufficient'?", 3, 25],
      ],
    )
    await editor.end()
  })
})

describe('Settings of the editor', () => {
  const shown = async (settings: object): Promise<(number | undefined)[]> => {
    const editor = await startEditor({ settings })
    await editor.open(URI, TEXT)
    const found = (await editor.diagnostics(URI)).map(({ severity }) => severity)
    await editor.end()
    return found
  }
  it('may switch the checks off', async () => assert.deepEqual(await shown({ enable: false }), []))
  it('may show a rule at another severity', async () =>
    assert.deepEqual(await shown({ customizations: [{ rule: 'training/*', severity: 'hint' }] }), [4]))
  it('may hide a rule', async () =>
    assert.deepEqual(await shown({ customizations: [{ rule: RULE, severity: 'off' }] }), []))
  it('of the wrong kind count as left out', async () =>
    assert.deepEqual(await shown({ run: 7, customizations: 'x' }), [2]))
  it('may wait for the document to be saved', async () => {
    const editor = await startEditor({ settings: { run: 'onSave' } })
    await editor.open(URI, TEXT)
    assert.equal((await editor.diagnostics(URI)).length, 1)
    await editor.replace(URI, 'cannot', 'can')
    assert.equal((await editor.diagnostics(URI)).length, 1)
    await editor.save(URI)
    assert.equal((await editor.diagnostics(URI)).length, 0)
    await editor.end()
  })
  it('are asked for again when they change', async () => {
    const editor = await startEditor({ capabilities: pushed })
    await editor.open(URI, TEXT)
    await editor.published(URI)
    await editor.change({ enable: false })
    assert.deepEqual((await editor.published(URI)).diagnostics, [])
    await editor.end()
  })
})

describe('The status', () => {
  it('counts what is shown and says how long it took', async () => {
    const editor = await startEditor()
    await editor.open(URI, TEXT)
    await editor.diagnostics(URI)
    const { counts, version, profile, milliseconds, silence } = await editor.status(URI)
    assert.deepEqual([counts.warning, version, profile, silence], [1, 1, 'general', undefined])
    assert.ok(milliseconds > 0)
    await editor.end()
  })
  it('says that a text is clean', async () => {
    const editor = await startEditor()
    await editor.open(URI, 'The office is in Avonmark.\n')
    await editor.diagnostics(URI)
    assert.equal((await editor.status(URI)).silence, 'clean')
    await editor.end()
  })
})

describe('Whoever connects', () => {
  it('is told what the server can do, and gets no pull when it cannot ask', async () => {
    const editor = await startEditor({ capabilities: {} })
    assert.equal(editor.server.capabilities.diagnosticProvider, undefined)
    assert.equal(editor.server.serverInfo?.name, 'proviso')
    await editor.end()
  })
  it('may offer checks of the workspace to clients that want them', async () => {
    const editor = await startEditor({ capabilities: pulling, options: { workspaceDiagnostics: true } })
    assert.equal(editor.server.capabilities.diagnosticProvider?.workspaceDiagnostics, true)
    await editor.end()
  })
})
