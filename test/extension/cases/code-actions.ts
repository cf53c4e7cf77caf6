import assert from 'node:assert/strict'
import { type CodeAction, CodeActionKind, commands, Range, type TextDocument, workspace } from 'vscode'
import { closeAll, draft, findings, none, RLHF, some } from '../support/documents.js'
import { preview } from '../support/previews.js'

const TEXT = `# Wren 3\n\n${RLHF}\n`

export function codeActions(): void {
  describe('the quick fixes of a finding', () => {
    afterEach(closeAll)

    it('begin with the citation, which is preferred', async () => {
      const { actions } = await claim()
      assert.match(actions[0]?.title ?? '', /^Cite the limitation/)
      assert.deepEqual(actions.filter(({ isPreferred }) => isPreferred).length, 1)
    })

    it('cite the limitation in a footnote, and the finding is gone', async () => {
      const text = await applied(/^Cite the limitation/)
      const label = /human values\.\[\^([\w-]+)\]/.exec(text)?.[1]
      assert.ok(label, text)
      assert.ok(text.includes(`\n[^${label}]: `), text)
    })

    it('disable the rule with a comment, and the finding is gone', async () => {
      const text = await applied(/^Disable/)
      assert.match(text, /^<!-- proviso-disable-next-line training\/rlhf-sufficient -- \S.* -->$/m)
      assert.ok(text.endsWith(`-->\n${RLHF}\n`), text)
    })

    it('bound the claim in other words, each of which clears it', async () => {
      const { actions } = await claim()
      const rewrites = actions.filter(isRewrite)
      assert.ok(rewrites.length >= 2, `${rewrites.length} rewrites`)
      for (const { title } of rewrites) {
        assert.notEqual(await applied(title), TEXT, title)
        await closeAll()
      }
    })

    it('lead to the page of the rule and to an explanation', async () => {
      const { actions } = await claim()
      await run(actions, /^Open the page/)
      await preview(/rlhf-sufficient/)
      await run(actions, /^Explain/)
      await preview(/Why: /)
    })

    it('are all covered here', async () => {
      const { actions } = await claim()
      const known = (action: CodeAction) =>
        isRewrite(action) || /^(Cite|Disable|Stand by|Open the page|Explain)/.test(action.title)
      assert.deepEqual(
        actions.filter((action) => !known(action)),
        [],
      )
    })
  })

  describe('fix all', () => {
    afterEach(closeAll)

    it('removes unused directives and leaves claims alone', async () => {
      const unused = '<!-- proviso-disable-next-line framing/absolute-safety -- not needed any more -->\n'
      const { document } = await draft(`${unused}The meeting is at ten.\n\n${RLHF}\n`)
      await findings('a claim and an unused directive', document.uri, (found) => found.length === 2)
      const [action] = await actionsIn(
        document,
        new Range(0, 0, document.lineCount, 0),
        CodeActionKind.SourceFixAll.append('proviso'),
      )
      assert.ok(action?.edit)
      await workspace.applyEdit(action.edit)
      assert.equal(document.getText(), `The meeting is at ten.\n\n${RLHF}\n`)
    })
  })
}

const isRewrite = ({ edit, title }: CodeAction): boolean => edit !== undefined && !/^(Cite|Disable)/.test(title)

/** A draft with one claim, and what is offered for it. */
async function claim(): Promise<{ document: TextDocument; actions: CodeAction[] }> {
  const { document } = await draft(TEXT)
  const [found] = await findings('the claim', document.uri, some)
  assert.ok(found)
  return { document, actions: await actionsIn(document, found.range, CodeActionKind.QuickFix) }
}

async function actionsIn(document: TextDocument, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  const resolved = 20
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind.value, resolved)
}

/** The text after a fix, once the server has read it and finds nothing any more. */
async function applied(title: RegExp | string): Promise<string> {
  const { document, actions } = await claim()
  const action = actions.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)))
  assert.ok(action?.edit, `${title} among ${actions.map((one) => one.title).join(', ')}`)
  assert.ok(await workspace.applyEdit(action.edit))
  await findings(`no finding after ${action.title}`, document.uri, none)
  return document.getText()
}

async function run(actions: readonly CodeAction[], title: RegExp): Promise<void> {
  const command = actions.find((action) => title.test(action.title))?.command
  assert.ok(command, String(title))
  await commands.executeCommand(command.command, ...(command.arguments ?? []))
}
