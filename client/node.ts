import type { ExtensionContext } from 'vscode'
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node'
import { type ProvisoApi, startProviso } from './client.js'
import { provideTasks } from './tasks.js'

/** Where there is a Node: the server runs in a process of its own, and tasks can run the command. */
export function activate(context: ExtensionContext): Promise<ProvisoApi> {
  provideTasks(context)
  const module = context.asAbsolutePath('dist/server.js')
  const run: NodeModule = { module, transport: TransportKind.ipc }
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  return startProviso(context, (options) => new LanguageClient('proviso', 'Proviso', { run, debug }, options))
}
