import assert from 'node:assert/strict'
import { window, workspace } from 'vscode'
import { closeAll, draft, open, RLHF, remove, write } from '../support/documents.js'
import { proviso } from '../support/proviso.js'
import { until } from '../support/until.js'

export function status(): void {
  describe('the language status item', () => {
    afterEach(closeAll)

    it('counts, and names the profile and the time', async () => {
      await draft(`${RLHF}\n`)
      await says('1 warning')
      assert.match((await proviso()).statusItem().detail, /^profile [a-z-]+, \d+ ms$/)
    })

    it('says that a document was read where there is nothing to see', async () => {
      await draft('The meeting is at ten.\n')
      await says('No overclaims found')
    })

    it('follows the editor', async () => {
      await draft('The meeting is at ten.\n')
      await says('No overclaims found')
      await open('card.md')
      await says('1 warning')
    })

    it('says why a document was not checked: the settings', async () => {
      const settings = workspace.getConfiguration('proviso')
      await settings.update('enable', false)
      await open('card.md')
      await says('Not checked: switched off in the settings')
      await settings.update('enable', undefined)
      await says('1 warning')
    })

    it('says why a document was not checked: the configuration', async () => {
      await write('.proviso.yaml', 'ignores: ["press/**"]\n')
      await open('press/launch.md')
      await says('Not checked: ignored by .proviso.yaml')
      await remove('.proviso.yaml')
      await says('1 error, 1 warning')
    })

    it('names what is wrong with the configuration', async () => {
      await write('.proviso.yaml', 'profil: general\n')
      await open('card.md')
      const { statusItem, onDidChangeStatus } = await proviso()
      await until('a problem', [onDidChangeStatus], () => statusItem().level === 'warning' || undefined)
      assert.match(statusItem().detail, /profil\b/)
      await remove('.proviso.yaml')
      await until('no problem', [onDidChangeStatus], () => statusItem().level === 'information' || undefined)
    })
  })
}

async function says(text: string): Promise<void> {
  const { statusItem, onDidChangeStatus } = await proviso()
  const events = [onDidChangeStatus, window.onDidChangeActiveTextEditor]
  await until(`the status "${text}"`, events, () => statusItem().text === text || undefined).catch((error: Error) => {
    throw new Error(`${error.message}; it says "${statusItem().text}", "${statusItem().detail}"`)
  })
}
