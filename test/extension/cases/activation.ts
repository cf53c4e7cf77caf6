import assert from 'node:assert/strict'
import { extensions } from 'vscode'

export function activation(): void {
  describe('activation', () => {
    it('is there', () => {
      assert.ok(extensions.getExtension('proviso.proviso'))
    })
  })
}
