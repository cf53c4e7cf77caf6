import assert from 'node:assert/strict'
import { commands, workspace } from 'vscode'
import type { WorkspaceCheck } from '../../../server/protocol.js'
import { closeAll, findings, open, some } from '../support/documents.js'

export function untrusted(): void {
  describe('a workspace that is not trusted', () => {
    after(closeAll)

    it('is checked, and cannot hide what is found by its settings', async () => {
      assert.equal(workspace.isTrusted, false)
      const { document } = await open('card.md')
      await findings('findings in spite of proviso.enable: false', document.uri, some)
    })

    it('is checked as a whole', async () => {
      const { files, findings: count } = await commands.executeCommand<WorkspaceCheck>('proviso.checkWorkspace')
      assert.deepEqual([files, count], [1, 1])
    })
  })
}
