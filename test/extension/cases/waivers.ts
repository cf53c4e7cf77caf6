import assert from 'node:assert/strict'
import { type CodeAction, commands, workspace } from 'vscode'
import { closeAll, findings, inWorkspace, none, open, RLHF, remove, some, write } from '../support/documents.js'

const DOCUMENT = 'waived.md'
const RECORD = '.proviso-waivers.yaml'

/** With a file of the workspace, since a record says where its claim stands. */
export function waivers(): void {
  describe('the record of a claim that stands', () => {
    afterEach(async () => {
      await closeAll()
      for (const path of [DOCUMENT, RECORD]) await remove(path)
    })

    it('is made by a quick fix with a form, and the finding is gone', async () => {
      await write(DOCUMENT, `# Wren 3\n\n${RLHF}\n`)
      const { document } = await open(DOCUMENT)
      const [finding] = await findings('a finding', document.uri, some)
      assert.ok(finding)
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
      )
      const command = actions.find(({ title }) => title.startsWith('Stand by'))?.command
      assert.equal(command?.command, 'proviso.waive')
      const words = { reason: 'audited', until: '2099-12-31' }
      const [uri, fingerprint] = command?.arguments ?? []
      const written = await commands.executeCommand<string>('proviso.waive', uri, fingerprint, words)
      assert.ok(written.endsWith(`/${RECORD}`), written)
      await findings('no finding', document.uri, none)
      const text = new TextDecoder().decode(await workspace.fs.readFile(inWorkspace(RECORD)))
      assert.match(text, /rule: training\/rlhf-sufficient\n[\s\S]* {2}file: waived\.md\n {2}reason: audited\n/)
    })
  })
}
