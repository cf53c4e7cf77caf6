import assert from 'node:assert/strict'
import { commands, Position, Selection, window } from 'vscode'
import type { WorkspaceCheck } from '../../../server/protocol.js'
import { closeAll, draft, findings, open, RLHF, some } from '../support/documents.js'
import { preview } from '../support/previews.js'
import { proviso } from '../support/proviso.js'

export function provisoCommands(): void {
  describe('the command', () => {
    afterEach(closeAll)

    it('Check Workspace reads what is not open, and lists it', async () => {
      const check = await commands.executeCommand<WorkspaceCheck>('proviso.checkWorkspace')
      assert.deepEqual({ ...check, milliseconds: 0 }, { files: 3, findings: 3, milliseconds: 0, cancelled: false })
      const { claims } = await proviso()
      assert.deepEqual(
        claims.roots.map(({ uri }) => uri.split('/').at(-1)),
        ['card.md', 'launch.md'],
      )
    })

    it('Explain This Sentence shows why, as a page to read', async () => {
      const editor = await open('card.md')
      editor.selection = new Selection(4, 10, 4, 10)
      await commands.executeCommand('proviso.explain')
      await preview(/Why: /)
    })

    it('Open Rule Documentation shows the page of the rule under the cursor', async () => {
      const editor = await open('card.md')
      await findings('a finding', editor.document.uri, some)
      editor.selection = new Selection(4, 5, 4, 5)
      await commands.executeCommand('proviso.openRule')
      await preview(/rlhf-sufficient/)
    })

    it('Fix All Harmless Problems removes unused directives', async () => {
      const unused = '<!-- proviso-disable-next-line framing/absolute-safety -- not needed any more -->\n'
      const { document } = await draft(`${unused}The meeting is at ten.\n\n${RLHF}\n`)
      await findings('a claim and an unused directive', document.uri, (found) => found.length === 2)
      assert.equal(await commands.executeCommand('proviso.fixHarmless'), 1)
      assert.equal(document.getText(), `The meeting is at ten.\n\n${RLHF}\n`)
    })

    it('Open Sample Draft opens a draft that holds overclaims', async () => {
      await commands.executeCommand('proviso.openSample')
      const document = window.activeTextEditor?.document
      assert.ok(document?.isUntitled)
      await findings('findings in the sample', document.uri, (found) => found.length >= 4)
    })

    it('Show Output shows the log', async () => {
      await commands.executeCommand('proviso.showOutput')
    })

    it('Restart Server brings the findings back', async () => {
      const { document } = await open('card.md')
      await findings('a finding', document.uri, some)
      await commands.executeCommand('proviso.restart')
      await findings('the finding after the restart', document.uri, some)
      const [hover] = await commands.executeCommand<unknown[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new Position(4, 5),
      )
      assert.ok(hover)
    })
  })
}
