import assert from 'node:assert/strict'
import type { CodeAction, CodeLens, CompletionItem, InlayHint } from 'vscode-languageserver-protocol'
import { profiles } from '../../engine/config/profiles.js'
import { parseDocument } from '../../engine/document/parse.js'
import { markedWords } from '../../engine/findings/example-text.js'
import { benchmarkHover, findingHover, longestHover, ruleHover } from '../../engine/findings/hover.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings } from '../../engine/settings.js'
import * as protocol from '../../server/protocol.js'
import { product } from '../product.js'
import { type Editor, fileUri, pulling, type Setup, startEditor } from './editor.js'

const URI = fileUri('/project/draft.md')
const CLAIM = 'Our guardrails cannot be bypassed.'
const TEXT = `# An AI model\n\n${CLAIM}\n`
const RULE = 'training/safeguard-permanent'

/** An editor with one document open, which ends with the test. */
async function withDocument(
  text: string,
  use: (editor: Editor) => Promise<void>,
  setup: Setup = {},
  uri = URI,
  language = 'markdown',
) {
  const editor = await startEditor(setup)
  await editor.open(uri, text, language)
  await use(editor)
  await editor.end()
}

const outside = product().knowledge.benchmarks.find(({ inStudy, exactCase }) => !inStudy && exactCase.length === 0)

describe('A hover', () => {
  it('says why the claim fails, where the report says so, and what would be fair', () =>
    withDocument(TEXT, async (editor) => {
      const hover = await editor.hover(URI, 'guardrails')
      assert.match(hover, /Why:.*Janků et al\., n\.d\., .*p\. 17\)/)
      assert.match(hover, /Fair to write:/)
      assert.match(hover, /\[Rule\]\(file:\/\/\/docs\/rules\/training\/safeguard-permanent\.md\)/)
    }))
  it('links to the commands of a client that names them', () =>
    withDocument(
      TEXT,
      async (editor) =>
        assert.match(await editor.hover(URI, 'guardrails'), /\[Why here\?\]\(command:proviso\.explain\?/),
      { options: { commands: { explain: 'proviso.explain' } } },
    ))
  it('on a benchmark gives what is on record, wherever the name stands', () =>
    withDocument('We ran TruthfulQA in March.\n', async (editor) => {
      assert.match(
        await editor.hover(URI, 'TruthfulQA'),
        /Correlation with general capability.*81\.2 %.*26 chat models.*Ren et al\. 2024/s,
      )
    }))
  it('on a benchmark outside the study says that nothing is on record', () =>
    withDocument(`We ran ${outside?.name} in March.\n`, async (editor) => {
      assert.match(await editor.hover(URI, outside?.name ?? ''), /No correlation with general capability is on record/)
    }))
  it('on a rule in a directive says what the rule finds', () =>
    withDocument(`<!-- proviso-disable-next-line ${RULE} -- agreed -->\n${CLAIM}\n`, async (editor) => {
      assert.match(await editor.hover(URI, RULE), /^\*\*Safeguards can be taken off\*\*/)
    }))
  it('is nothing where there is nothing to say', () =>
    withDocument(TEXT, async (editor) => assert.equal(await editor.hover(URI, '# An'), '')))

  const link = [
    { title: 'Rule', href: `file:///home/ada/.vscode/extensions/proviso-0.1.0/docs/rules/${'x'.repeat(45)}.md` },
  ]
  const short = (text: string): void =>
    assert.ok(text.length <= longestHover && longestHover < 900, `${text.length}: ${text}`)
  it('stays short for every example of every rule, and says what would be fair', () => {
    for (const rule of product().rules) {
      for (const example of rule.examples.flag) {
        const { before, marked, after } = markedWords(example)
        const document = parseDocument(`${before}${marked}${after}`, 'markdown')
        for (const finding of lint(document, product(), defaultSettings).findings) {
          const hover = findingHover(finding, product(), link)
          short(hover)
          assert.match(hover, /Fair to write/, hover)
        }
      }
    }
  }).timeout(60_000)
  it('stays short for every rule', () => {
    for (const rule of product().rules) short(ruleHover(rule, link))
  })
  it('stays short for every benchmark', () => {
    for (const one of product().knowledge.benchmarks) short(benchmarkHover(one, product().knowledge, link))
  })
})

describe('Code actions', () => {
  const titled = (actions: readonly CodeAction[], start: string): CodeAction => {
    const found = actions.find(({ title }) => title.startsWith(start))
    assert.ok(found, `no "${start}" among ${actions.map(({ title }) => title).join('; ')}`)
    return found
  }

  it('come in the order in which a person expects them', () =>
    withDocument(TEXT, async (editor) => {
      const actions = await editor.actions(URI, 'guardrails')
      assert.deepEqual(
        actions.map(({ title, isPreferred }) => (isPreferred ? `${title} *` : title)),
        [
          'Cite the limitation (Janků et al., p. 17) *',
          'Bound the claim: say which attacks were tried, and what got through',
          'Bound the claim: say what was found, in how many tests',
          'Bound the claim: add how far it was tested',
          `Disable ${RULE} here, with a reason`,
          `Open the page of ${RULE}`,
          'Explain this sentence',
        ],
      )
    }))
  for (const start of ['Cite', 'Bound the claim: say which', 'Bound the claim: add', 'Disable']) {
    it(`"${start} …" clears the finding`, () =>
      withDocument(TEXT, async (editor) => {
        const action = await editor.resolve(titled(await editor.actions(URI, 'guardrails'), start))
        await editor.apply(action.edit)
        assert.deepEqual(await editor.diagnostics(URI), [], editor.textOf(URI))
      }))
  }
  it('carry the version of the document', () =>
    withDocument(TEXT, async (editor) => {
      const { edit } = await editor.resolve(titled(await editor.actions(URI, 'guardrails'), 'Cite'))
      assert.match(JSON.stringify(edit), /"version":1/)
    }))
  it('find their claim again when the text has changed meanwhile', () =>
    withDocument(TEXT, async (editor) => {
      const action = titled(await editor.actions(URI, 'guardrails'), 'Cite')
      await editor.replace(URI, '\n\nOur', '\n\nMore words.\n\nOur')
      await editor.apply((await editor.resolve(action)).edit)
      assert.match(editor.textOf(URI), /bypassed\.\[\^janku2024-p17\]/)
    }))
  it('offer nothing for a claim that is gone', () =>
    withDocument(TEXT, async (editor) => {
      const action = titled(await editor.actions(URI, 'guardrails'), 'Cite')
      await editor.replace(URI, 'cannot', 'can')
      assert.equal((await editor.resolve(action)).edit, undefined)
    }))
  it('have tab stops where the client knows snippets', () => {
    const workspace = { ...pulling.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } }
    return withDocument(
      TEXT,
      async (editor) => {
        const { edit } = await editor.resolve(titled(await editor.actions(URI, 'guardrails'), 'Disable'))
        assert.match(
          JSON.stringify(edit),
          /"snippet":\{"kind":"snippet","value":"<!-- proviso-.* -- \$\{1:why this claim stands\} -->\\n"\}/,
        )
      },
      { capabilities: { ...pulling, workspace } },
    )
  })
  it('hold their edits at once for clients that cannot resolve them', () =>
    withDocument(
      TEXT,
      async (editor) =>
        assert.ok(titled(await editor.actions(URI, 'guardrails', { diagnostics: [] }), 'Cite').edit?.changes?.[URI]),
      { capabilities: {} },
    ))
  it('that fix all only remove unused directives', () =>
    withDocument(
      `# An AI model\n\n<!-- proviso-disable-next-line ${RULE} -- old -->\nThe office.\n\n${CLAIM}\n`,
      async (editor) => {
        const [all, ...others] = await editor.actions(URI, 'The office', { only: ['source.fixAll'] })
        await editor.apply(all?.edit)
        assert.deepEqual([editor.textOf(URI), others.length], [`# An AI model\n\nThe office.\n\n${CLAIM}\n`, 0])
      },
    ))
  it('mend a mistyped rule in a directive', () =>
    withDocument(`<!-- proviso-disable-next-line training/safeguard-permanant -- x -->\n${CLAIM}\n`, async (editor) => {
      const [action] = await editor.actions(URI, 'training/safeguard-permanant')
      assert.equal(action?.title, `Change to ${RULE}`)
    }))
})

describe('Requests of our own', () => {
  it('explain a finding, and why something is none', () =>
    withDocument(`${TEXT}\nOur guardrails can be bypassed by anyone.\n`, async (editor) => {
      const ask = (words: string) =>
        editor.connection.sendRequest<protocol.Explanation | null>(protocol.explainRequest, {
          textDocument: { uri: URI },
          position: editor.placeOf(URI, words),
        })
      assert.match((await ask('cannot'))?.markdown ?? '', /A finding, unless a comment suppresses it/)
      assert.match((await ask('can be'))?.markdown ?? '', /Not a finding/)
    }))
  it('give the page of a rule, and nothing for an unknown one', () =>
    withDocument(TEXT, async (editor) => {
      const page = (rule: string) => editor.connection.sendRequest<string | null>(protocol.rulePageRequest, { rule })
      assert.match((await page(RULE)) ?? '', /^# Safeguards can be taken off/)
      assert.equal(await page('no/such'), null)
    }))
  it('list the claims of open documents', () =>
    withDocument(TEXT, async (editor) => {
      const [file] = await editor.connection.sendRequest<protocol.ClaimsOfFile[]>(protocol.claimsRequest, {})
      const [claim] = file?.claims ?? []
      assert.deepEqual(
        [file?.uri, claim?.rule, claim?.headings, claim?.text],
        [URI, RULE, ['An AI model'], CLAIM.slice(0, -1)],
      )
    }))
  it('check the workspace, tell what is in closed files, and keep up with them', async () => {
    const files = { '/project/a.md': TEXT, '/project/b.txt': 'The office.\n', '/project/c.ts': CLAIM }
    const editor = await startEditor({ files })
    const check = await editor.connection.sendRequest<protocol.WorkspaceCheck>(protocol.checkWorkspaceRequest, {})
    assert.deepEqual([check.files, check.findings, check.cancelled], [2, 1, false])
    assert.equal((await editor.published(fileUri('/project/a.md'))).diagnostics.length, 1)
    await editor.fileChanged('/project/a.md', 'The office.\n')
    assert.equal((await editor.published(fileUri('/project/a.md'))).diagnostics.length, 0)
    await editor.end()
  })
  it('name the harmless edits', () =>
    withDocument(`<!-- proviso-disable-next-line ${RULE} -- old -->\nThe office.\n`, async (editor) => {
      const fixes = await editor.connection.sendRequest<protocol.HarmlessFixes>(protocol.harmlessFixesRequest, {
        uri: URI,
      })
      assert.deepEqual([fixes.version, fixes.edits.length], [1, 1])
    }))
})

const TABLE = '# Results of an AI model\n\n| Test | Score |\n|---|---|\n| TruthfulQA | 70 |\n| HarmBench | 90 |\n\n'

describe('Between the lines', () => {
  const lenses = (editor: Editor) =>
    editor.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } })
  it('stand how many claims a section holds, and how many benchmarks of a table track capability', () =>
    withDocument(`${TABLE}## Words\n\n${CLAIM}\n`, async (editor) => {
      assert.deepEqual(
        (await lenses(editor)).map(({ range, command }) => [range.start.line, command?.title]),
        [
          [7, '1 claim to look at'],
          [2, '1 of 2 benchmarks here are on record as tracking general capability'],
        ],
      )
    }))
  it('stands nothing when that is switched off', () =>
    withDocument(TABLE, async (editor) => assert.deepEqual(await lenses(editor), []), {
      settings: { codeLens: { enable: false } },
    }))
  it('stand correlations behind names of benchmarks, for those who ask', () =>
    withDocument(
      TABLE,
      async (editor) => {
        const hints = await editor.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
          textDocument: { uri: URI },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        })
        assert.deepEqual(
          hints.map(({ label, position }) => [label, position.line]),
          [
            ['81.2 % with capability', 4],
            ['-18.2 % with capability', 5],
          ],
        )
      },
      { settings: { inlayHints: { enable: true } } },
    ))
})

describe('Completion', () => {
  /** The labels offered behind the last character of a text. */
  async function check(text: string, expected: readonly string[], uri = URI, language = 'markdown') {
    await withDocument(
      text,
      async (editor) => {
        const lines = text.split('\n')
        const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
        const items = await editor.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
          textDocument: { uri },
          position,
        })
        assert.deepEqual(
          items.slice(0, expected.length).map(({ label }) => label),
          expected,
        )
        if (expected.length === 0) assert.deepEqual(items, [])
      },
      {},
      uri,
      language,
    )
  }
  const config = fileUri('/project/.proviso.yaml')
  it('offers directives in a comment', () => check('<!-- pro', ['proviso-disable-next-line', 'proviso-disable-line']))
  it('offers rules in a directive', () =>
    check('<!-- proviso-disable-line training/x, ', ['benchmark/capability-correlated']))
  it('offers nothing in a reason', () => check(`<!-- proviso-disable-line ${RULE} -- be`, []))
  it('offers nothing in prose', () => check('Our guardrails ', []))
  it('offers keys in a configuration', () => check('', ['$schema', 'extends', 'profile', 'rules'], config, 'yaml'))
  it('offers rules under rules', () => check('rules:\n  tr', ['benchmark/capability-correlated'], config, 'yaml'))
  it('offers severities for a rule', () =>
    check(`rules:\n  ${RULE}: `, ['error', 'warning', 'info', 'hint', 'off'], config, 'yaml'))
  it('offers keys in an override', () =>
    check('overrides:\n  - files: a.md\n    ', ['files', 'rules', 'profile'], config, 'yaml'))
  it('offers profiles', () => check('profile: ', profiles, config, 'yaml'))
})
