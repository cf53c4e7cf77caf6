import { commands, type Disposable, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type ExplainParams,
  type Explanation,
  explainRequest,
  type RulePageParams,
  rulePageRequest,
} from '../../server/protocol.js'

/** Pages that the server writes are documents without a file: Markdown, read-only, shown in the preview. */
const SCHEME = 'proviso-page'

/** Where the server says that the pages of rules lie. */
export const RULE_PAGES = `${SCHEME}:/rules`

export const rulePage = (rule: string): Uri => Uri.from({ scheme: SCHEME, path: `/rules/${rule}.md` })

/** The title is the name of the tab; what to explain is in the query. */
export function explanationPage(title: string, params: ExplainParams): Uri {
  const name = title.replace(/[/\\]/g, ' ')
  return Uri.from({ scheme: SCHEME, path: `/explanations/${name}.md`, query: JSON.stringify(params) })
}

/** In the preview; as text where the extension that makes it is missing, as it may be in a browser. */
export async function showPage(page: Uri): Promise<void> {
  const known = await commands.getCommands()
  if (known.includes('markdown.showPreview')) await commands.executeCommand('markdown.showPreview', page)
  else await window.showTextDocument(page)
}

export function providePages(client: BaseLanguageClient): Disposable {
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: (page) => (page.query === '' ? readRule(client, page) : readExplanation(client, page)),
  }
  return workspace.registerTextDocumentContentProvider(SCHEME, provider)
}

export const explain = (client: BaseLanguageClient, params: ExplainParams): Promise<Explanation | null> =>
  client.sendRequest<Explanation | null>(explainRequest, params)

async function readRule(client: BaseLanguageClient, { path }: Uri): Promise<string> {
  const rule = path.replace(/^\/rules\//, '').replace(/\.md$/, '')
  const page = await client.sendRequest<string | null>(rulePageRequest, { rule } satisfies RulePageParams)
  return page ?? `There is no rule \`${rule}\`.`
}

async function readExplanation(client: BaseLanguageClient, { query }: Uri): Promise<string> {
  const explanation = await explain(client, JSON.parse(query) as ExplainParams)
  return explanation?.markdown ?? 'There is no sentence here any more.'
}
