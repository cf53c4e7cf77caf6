import assert from 'node:assert/strict'
import { DiagnosticSeverity, Uri, workspace } from 'vscode'
import {
  closeAll,
  draft,
  findings,
  findingsIn,
  none,
  open,
  RLHF,
  replaceAll,
  ruleOf,
  some,
} from '../support/documents.js'

export function diagnostics(): void {
  describe('diagnostics', () => {
    afterEach(closeAll)

    it('stand on the words of the claim, with the rule, its page and a sentence', async () => {
      const { document } = await open('card.md')
      const [found] = await findings('findings of card.md', document.uri, some)
      assert.ok(found)
      assert.equal(ruleOf(found), 'training/rlhf-sufficient')
      assert.equal(found.severity, DiagnosticSeverity.Warning)
      assert.ok(RLHF.includes(document.getText(found.range)), document.getText(found.range))
      assert.match(found.message, /^[A-Z].*\.$/)
      assert.ok(typeof found.code === 'object')
      assert.equal(found.code.target.toString(true), 'command:proviso.openRule?["training/rlhf-sufficient"]')
    })

    it('come and go while somebody types', async () => {
      const { document } = await draft('The meeting is at ten.\n')
      await replaceAll(document, `${RLHF}\n`)
      await findings('a finding after typing', document.uri, some)
      await replaceAll(document, 'RLHF does not ensure that Wren 3 stays aligned with human values.\n')
      await findings('no finding after a repair', document.uri, none)
    })

    it('come in plain text', async () => {
      const { document } = await draft(`${RLHF}\n`, 'plaintext')
      await findings('a finding in plain text', document.uri, some)
    })

    it('stay away from languages that are not prose and from documents of other makers', async () => {
      const json = await draft(`{ "text": "${RLHF}" }`, 'json')
      const provider = workspace.registerTextDocumentContentProvider('review', {
        provideTextDocumentContent: () => RLHF,
      })
      const past = await workspace.openTextDocument(Uri.parse('review:/card.md'))
      // Documents are read in the order in which they were opened: once this one is through, the others would have been.
      const { document } = await draft(`${RLHF} Once more.\n`)
      await findings('a finding in the draft', document.uri, some)
      assert.deepEqual([...findingsIn(json.document.uri), ...findingsIn(past.uri)], [])
      provider.dispose()
    })
  })
}
