import assert from 'node:assert/strict'
import { commands } from 'vscode'
import { closeAll, findings, open, some } from '../support/documents.js'
import { extension } from '../support/proviso.js'

export function activation(): void {
  describe('activation', () => {
    after(closeAll)

    it('waits for a document that it reads', () => {
      assert.equal(extension().isActive, false)
    })

    it('comes with a Markdown document, and the findings of it', async () => {
      const { document } = await open('card.md')
      await findings('findings after opening', document.uri, some)
      assert.equal(extension().isActive, true)
    })

    it('registers every command of the manifest', async () => {
      const declared: { command: string }[] = extension().packageJSON.contributes.commands
      const registered = new Set(await commands.getCommands(true))
      assert.deepEqual(
        declared.map(({ command }) => command).filter((command) => !registered.has(command)),
        [],
      )
    })
  })
}
