import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { packFromBytes } from '../engine/rules/packed.js'
import { dayOf } from '../engine/waivers/waiver.js'
import { startServer } from './server.js'

/** The server in a web worker. The client hands over the pack, and files are read through it. */
declare const self: Worker
const decoder = new TextDecoder()

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  async loadPack(given) {
    if (!(given instanceof Uint8Array)) throw new Error('In a browser the client must hand over the pack.')
    return packFromBytes(given, (bytes) => decoder.decode(bytes))
  },
  today: () => dayOf(new Date()),
  now: () => performance.now(),
  soon: (callback) => void setTimeout(callback, 0),
})
