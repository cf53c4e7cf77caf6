import assert from 'node:assert/strict'
import { type LanguageClient, State } from 'vscode-languageclient/node'
import { closeAll, draft, findings, none, RLHF, replaceAll, some } from '../support/documents.js'
import { proviso } from '../support/proviso.js'
import { until } from '../support/until.js'

export function restart(): void {
  describe('a server that dies', () => {
    after(closeAll)

    it('is started again, and reads on where the text is by then', async () => {
      const { document } = await draft(`${RLHF}\n`)
      await findings('a finding', document.uri, some)
      const { client } = await proviso()
      const { serverProcess } = client as LanguageClient
      assert.ok(serverProcess?.pid)
      process.kill(serverProcess.pid, 'SIGKILL')
      await until('the end of the server', [client.onDidChangeState], () => client.state !== State.Running || undefined)
      await until('another server', [client.onDidChangeState], () => client.state === State.Running || undefined)
      assert.notEqual((client as LanguageClient).serverProcess?.pid, serverProcess.pid)
      await findings('the finding again', document.uri, some)
      await replaceAll(document, 'The meeting is at ten.\n')
      await findings('no finding after an edit', document.uri, none)
    })
  })
}
