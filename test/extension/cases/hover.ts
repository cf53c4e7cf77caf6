import assert from 'node:assert/strict'
import { commands, type Hover, MarkdownString, Position } from 'vscode'
import { closeAll, draft, findings, open, some } from '../support/documents.js'

export function hover(): void {
  describe('the hover', () => {
    after(closeAll)

    it('says why, where the report says so, and what would be fair', async () => {
      const { document } = await open('card.md')
      const [found] = await findings('findings of card.md', document.uri, some)
      const text = await hoverAt(document.uri, found?.range.start)
      assert.ok(!text.includes(found?.message ?? ''), 'the message, which VS Code shows above, is not said twice')
      assert.match(text, /\*\*Why:\*\*/)
      assert.match(text, /p\. \d+/)
      assert.match(text, /\*\*Fair to write:\*\*/)
      assert.match(text, /\(command:proviso\.openRule\?/)
      assert.match(text, /\(command:proviso\.explain\?/)
      assert.ok(text.length < 900)
    })

    it('tells what is on record about a benchmark, wherever it is named', async () => {
      const { document } = await draft('We also ran TruthfulQA in May.\n')
      assert.match(await hoverAt(document.uri, new Position(0, 14)), /TruthfulQA/)
    })

    it('is silent elsewhere', async () => {
      const { document } = await open('notes.txt')
      assert.equal(await hoverAt(document.uri, new Position(0, 5)), '')
    })
  })
}

async function hoverAt(...place: readonly unknown[]): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...place)
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join('\n')
}
