import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import type { Pack } from '../engine/rules/pack.js'
import { startServer } from './server.js'

/** The server in a web worker. The client hands over the pack, and files are read through it. */
declare const self: Worker

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  async loadPack(given) {
    if (typeof given !== 'object' || given === null) throw new Error('In a browser the client must hand over the pack.')
    return given as Pack
  },
  now: () => performance.now(),
  soon: (callback) => void setTimeout(callback, 0),
})
