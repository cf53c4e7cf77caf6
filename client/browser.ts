/// <reference lib="webworker" />
import { type ExtensionContext, Uri, workspace } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { type ProvisoApi, startProviso } from './client.js'

/** In a browser: the server runs in a worker, a new one after each restart, and is given what it cannot read by itself. */
export async function activate(context: ExtensionContext): Promise<ProvisoApi> {
  const at = (path: string): Uri => Uri.joinPath(context.extensionUri, path)
  const pack = await workspace.fs.readFile(at('dist/pack.bin'))
  const server = async () => new Worker(at('dist/server.browser.js').toString(true))
  return startProviso(context, (options) => new LanguageClient('proviso', 'Proviso', server, options), { pack })
}
