import { commands, env, type Hover, type MarkdownString, UIKind, window, workspace } from 'vscode'
import type { WorkspaceCheck } from '../../../server/protocol.js'
import {
  closeAll,
  findings,
  findingsIn,
  inWorkspace,
  none,
  open,
  replaceAll,
  ruleOf,
  some,
} from '../support/documents.js'
import { proviso } from '../support/proviso.js'

/** What a test expects, in words; here there is no Node, and so no `assert`. */
function expect(what: string, holds: boolean): void {
  if (!holds) throw new Error(`expected: ${what}`)
}

const RULE = 'training/safeguard-permanent'

/** A window with no machine behind it, on a workspace that lies on no disk. */
export function inBrowser(): void {
  describe('in a browser', () => {
    afterEach(closeAll)

    it('there is no machine and no disk', () => {
      expect('a window of the web', env.uiKind === UIKind.Web && env.remoteName === undefined)
      expect('a virtual workspace', workspace.workspaceFolders?.[0]?.uri.scheme === 'memory')
    })

    it('findings come when a document is opened, and follow what is typed', async () => {
      const { document } = await open('card.md')
      const [found] = await findings('findings of card.md', document.uri, some)
      expect(RULE, found !== undefined && ruleOf(found) === RULE)
      await replaceAll(document, '# System card\n\nThe office is in Avonmark.\n')
      await findings('none', document.uri, none)
    })

    it('the hover says why', async () => {
      const { document } = await open('card.md')
      const [found] = await findings('findings of card.md', document.uri, some)
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        found?.range.start,
      )
      const text = hovers.flatMap(({ contents }) => contents).map((one) => (one as MarkdownString).value)
      expect('a reason', text.join('\n').includes('**Fair to write:**'))
    })

    it('the page of a rule opens', async () => {
      await commands.executeCommand('proviso.openRule', RULE)
      // This build of VS Code has no previews in a browser, so the page is shown as text.
      const text = window.activeTextEditor?.document.getText() ?? ''
      expect('the page', text.startsWith('# ') && text.includes(RULE))
    })

    it('the workspace is checked through the editor, which alone can read it', async () => {
      const check = await commands.executeCommand<WorkspaceCheck>('proviso.checkWorkspace')
      expect('two documents, two findings', check.files === 2 && check.findings === 2)
      expect('shown for a file that is not open', findingsIn(inWorkspace('press/launch.md')).length === 1)
      expect('in the view', (await proviso()).claims.claims.length === 2)
    })
  })
}
