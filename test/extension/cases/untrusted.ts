import assert from 'node:assert/strict'
import { workspace } from 'vscode'

export function untrusted(): void {
  describe('a workspace that is not trusted', () => {
    it('is not trusted', () => {
      assert.equal(workspace.isTrusted, false)
    })
  })
}
