import assert from 'node:assert/strict'
import { commands, window } from 'vscode'
import type { ClaimLeaf, ClaimNode, FileNode } from '../../../client/claims/tree.js'
import { closeAll, open } from '../support/documents.js'
import { proviso } from '../support/proviso.js'
import { until } from '../support/until.js'

export function claims(): void {
  describe('the view Claims', () => {
    before(async () => {
      await open('press/launch.md')
    })
    after(closeAll)

    it('lists what was found by document and section', async () => {
      await shows(2)
      assert.deepEqual(await outline(await launch()), [
        'launch.md',
        '  Introducing Tamarisk',
        '    claim',
        '  Built with care',
        '    claim',
      ])
      const text = window.activeTextEditor?.document.getText() ?? ''
      for (const { claim } of await leaves()) assert.ok(text.includes(claim.text), claim.text)
    })

    it('filters by rule and by severity', async () => {
      await commands.executeCommand('proviso.claims.filter', { rules: ['framing/absolute-safety'], severities: [] })
      assert.deepEqual(
        (await leaves()).map(({ claim }) => claim.rule),
        ['framing/absolute-safety'],
      )
      await commands.executeCommand('proviso.claims.filter', { rules: [], severities: ['error'] })
      // In a public text about a product an absolute claim is an error.
      assert.deepEqual(
        (await leaves()).map(({ claim }) => claim.rule),
        ['framing/absolute-safety'],
      )
      await commands.executeCommand('proviso.claims.filter', { rules: [], severities: ['info'] })
      assert.deepEqual(await leaves(), [])
      await commands.executeCommand('proviso.claims.clearFilter')
      assert.equal((await leaves()).length, 2)
    })

    it('goes to the words of a claim', async () => {
      const [first] = await leaves()
      assert.ok(first)
      await open('notes.txt')
      const { command } = (await proviso()).claims.getTreeItem(first)
      assert.ok(command)
      await commands.executeCommand(command.command, ...(command.arguments ?? []))
      const editor = window.activeTextEditor
      assert.equal(editor?.document.getText(editor.selection), first.claim.text)
    })

    it('lets a document go when it is closed', async () => {
      await open('card.md')
      const { claims } = await proviso()
      const card = () => claims.roots.find(({ uri }) => uri.endsWith('/card.md'))
      await until('card.md in the view', [claims.onDidChangeTreeData], card)
      await closeAll()
      await until('card.md gone from the view', [claims.onDidChangeTreeData], () => !card() || undefined)
    })
  })
}

/** Drafts of other tests may still be in the view: what an extension opened is closed minutes later. */
const launch = async (): Promise<FileNode | undefined> =>
  (await proviso()).claims.roots.find(({ uri }) => uri.endsWith('/press/launch.md'))

async function shows(count: number): Promise<void> {
  const { claims } = await proviso()
  const shown = () => claims.roots.find(({ uri }) => uri.endsWith('/press/launch.md'))?.count
  await until(`${count} claims in the view`, [claims.onDidChangeTreeData], () => shown() === count || undefined)
}

/** What a person reads, indented as the tree is. */
async function outline(node: ClaimNode | undefined, indent = ''): Promise<string[]> {
  if (!node) return []
  const { claims } = await proviso()
  const below = await Promise.all(claims.getChildren(node).map((child) => outline(child, `${indent}  `)))
  return [`${indent}${await labelOf(node)}`, ...below.flat()]
}

/** The words of a claim are those that the rules mark, which is tested elsewhere. */
async function labelOf(node: ClaimNode): Promise<string> {
  if (node.kind === 'claim') return 'claim'
  const { label, resourceUri } = (await proviso()).claims.getTreeItem(node)
  return typeof label === 'string' ? label : (resourceUri?.path.split('/').at(-1) ?? '')
}

async function leaves(): Promise<ClaimLeaf[]> {
  const { claims } = await proviso()
  const below = (node: ClaimNode): ClaimLeaf[] =>
    node.kind === 'claim' ? [node] : claims.getChildren(node).flatMap(below)
  const root = await launch()
  return root ? below(root) : []
}
