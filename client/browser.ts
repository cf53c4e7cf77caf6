/// <reference lib="webworker" />
import { type ExtensionContext, Uri, workspace } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser'
import { type ProvisoApi, startProviso } from './client.js'

/** In a browser: the server runs in a worker, a new one after each restart, and is given what it cannot read by itself. */
export async function activate(context: ExtensionContext): Promise<ProvisoApi> {
  const at = (path: string): Uri => Uri.joinPath(context.extensionUri, path)
  const pack = await workspace.fs.readFile(at('dist/pack.bin'))
  const server = servers(at('dist/server.browser.js').toString(true))
  context.subscriptions.push({ dispose: () => server.end() })
  return startProviso(context, (options) => new LanguageClient('proviso', 'Proviso', server.start, options), { pack })
}

/** A worker cannot end itself, so the one before goes when the next one comes. */
function servers(address: string) {
  let worker: Worker | undefined
  return {
    // In an extension host a worker is no `Worker` by its class, and the client would not know what to do with it.
    async start(): Promise<MessageTransports> {
      worker?.terminate()
      worker = new Worker(address)
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
    },
    end: () => worker?.terminate(),
  }
}
