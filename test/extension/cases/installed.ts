import assert from 'node:assert/strict'
import { commands } from 'vscode'
import { closeAll, findings, open, some } from '../support/documents.js'
import { preview } from '../support/previews.js'
import { extension } from '../support/proviso.js'

export function installed(): void {
  describe('the extension as it is packed', () => {
    after(closeAll)

    it('is installed, not taken from the tree', () => {
      assert.match(extension().extensionPath, /extensions[\\/]proviso\.proviso-/)
    })

    it('activates and finds', async () => {
      const { document } = await open('card.md')
      await findings('findings of card.md', document.uri, some)
    })

    it('has the pages of its rules', async () => {
      await commands.executeCommand('proviso.openRule', 'training/rlhf-sufficient')
      await preview(/rlhf-sufficient/)
    })
  })
}
