import assert from 'node:assert/strict'
import { commands, DiagnosticSeverity, languages, window, workspace } from 'vscode'
import { closeAll, findings, inWorkspace, none, open, remove, some, write } from '../support/documents.js'
import { until } from '../support/until.js'

export function configuration(): void {
  describe('a change of the configuration', () => {
    afterEach(closeAll)

    it('in .proviso.yaml takes effect at once, and its end does too', async () => {
      const { document } = await open('card.md')
      await findings('a finding', document.uri, some)
      await write('.proviso.yaml', 'rules:\n  training/*: off\n')
      await findings('no finding with the rules off', document.uri, none)
      await remove('.proviso.yaml')
      await findings('the finding again', document.uri, some)
    })

    it('in the settings changes what is shown', async () => {
      const { document } = await open('card.md')
      await findings('a warning', document.uri, ([one]) => one?.severity === DiagnosticSeverity.Warning)
      const settings = workspace.getConfiguration('proviso')
      await settings.update('customizations', [{ rule: 'training/*', severity: 'hint' }])
      await findings('a hint', document.uri, ([one]) => one?.severity === DiagnosticSeverity.Hint)
      await settings.update('customizations', undefined)
      await findings('a warning', document.uri, ([one]) => one?.severity === DiagnosticSeverity.Warning)
    })

    it('that is wrong is marked in the file', async () => {
      await write('.proviso.yaml', 'rules:\n  training/rlhf-suficient: off\n')
      const { document } = await open('.proviso.yaml')
      const marks = () => languages.getDiagnostics(document.uri).filter(({ source }) => source === 'proviso')
      const [mark] = await until('a mark in .proviso.yaml', [languages.onDidChangeDiagnostics], () =>
        marks().length > 0 ? marks() : undefined,
      )
      assert.match(mark?.message ?? '', /training\/rlhf-sufficient/)
      await remove('.proviso.yaml')
    })

    it('begins with a command that writes a file, and later opens it', async () => {
      const file = inWorkspace('.proviso.yaml')
      await commands.executeCommand('proviso.createConfiguration')
      assert.equal(window.activeTextEditor?.document.uri.toString(), file.toString())
      await write('.proviso.yaml', '# ours\n')
      await closeAll()
      await commands.executeCommand('proviso.createConfiguration')
      assert.equal(window.activeTextEditor?.document.getText(), '# ours\n')
      await remove('.proviso.yaml')
    })
  })
}
