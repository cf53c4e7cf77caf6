import { commands, type Event, type ExtensionContext, type LogOutputChannel, type Uri, window } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions, Status } from '../server/protocol.js'
import { ClaimsView } from './claims/claims-view.js'
import { registerCommands } from './commands/register.js'
import { answerServer } from './files.js'
import { shortHovers } from './hover.js'
import { CONFIGURATION, documentSelector, LANGUAGES } from './languages.js'
import { providePages, RULE_PAGES } from './pages/pages.js'
import { ruleLinks } from './rule-links.js'
import { showStatus } from './status/status-item.js'
import type { StatusWords } from './status/words.js'

/** What `activate` gives to other extensions, and to the tests of this one. */
export interface ProvisoApi {
  /** The connection to the server. */
  readonly client: BaseLanguageClient
  readonly claims: ClaimsView
  readonly onDidChangeStatus: Event<Status>
  /** The last word of the server on an open document. */
  statusOf(uri: Uri): Status | undefined
  /** What the language status item says now. */
  statusItem(): StatusWords
}

/** The commands that take the place of the server's own, also in links of hovers. */
const SERVER_COMMANDS = { showRulePage: 'proviso.openRule', explain: 'proviso.explain', waive: 'proviso.waive' }

/** Wires every feature to a client, starts it, and waits until the server answers. A server that fails is reported and can be restarted. */
export async function startProviso(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  given: InitializationOptions = {},
): Promise<ProvisoApi> {
  const output = window.createOutputChannel('Proviso', { log: true })
  const client = createClient(clientOptions(output, given))
  const status = showStatus(client)
  const claims = new ClaimsView(client)
  const pages = providePages(client)
  context.subscriptions.push(output, status, claims, pages, answerServer(client), client)
  context.subscriptions.push(...registerCommands({ client, context, output, claims }))
  await commands.executeCommand('setContext', 'proviso.languages', LANGUAGES)
  await client.start().catch((error: unknown) => output.error(String(error)))
  return { client, claims, onDidChangeStatus: status.onDidChange, statusOf: status.of, statusItem: status.words }
}

const clientOptions = (outputChannel: LogOutputChannel, given: InitializationOptions): LanguageClientOptions => ({
  documentSelector: [...documentSelector(), ...CONFIGURATION],
  outputChannel,
  initializationOptions: { commands: SERVER_COMMANDS, rulePages: RULE_PAGES, ...given } satisfies InitializationOptions,
  markdown: { isTrusted: { enabledCommands: [SERVER_COMMANDS.showRulePage, SERVER_COMMANDS.explain] } },
  // A setting of the server says which of these change anything.
  diagnosticPullOptions: { onChange: true, onSave: true },
  middleware: { ...ruleLinks, ...shortHovers },
})
