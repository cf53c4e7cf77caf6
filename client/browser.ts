/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { type ProvisoApi, startProviso } from './client.js'

/** In a browser: the server runs in a worker, a new one after each restart. */
export function activate(context: ExtensionContext): Promise<ProvisoApi> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true)
  const start = async () => new Worker(script)
  return startProviso(context, (options) => new LanguageClient('proviso', 'Proviso', start, options))
}
