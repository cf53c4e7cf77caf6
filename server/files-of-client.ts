import type { Connection } from 'vscode-languageserver'
import type { ReadText } from '../engine/config/config-files.js'
import * as protocol from './protocol.js'
import type { Files } from './world.js'

const MOST_TRIES = 5

/** Files read through the client, where the server has no file system. A client that cannot be asked has no files. */
export function filesOfClient(connection: Connection): Files {
  const ask = async <Result>(method: string, params: object, otherwise: Result): Promise<Result> => {
    try {
      return await connection.sendRequest<Result>(method, params)
    } catch {
      return otherwise
    }
  }
  const find = (uri: string, kind: protocol.FindFilesParams['kind']): Promise<readonly string[]> =>
    ask(protocol.findFilesRequest, { uri, kind }, [])
  return {
    exists: (uri) => ask(protocol.existsRequest, { uri }, false),
    read: (uri) => ask<ReadText>(protocol.readFileRequest, { uri }, { problem: 'this file cannot be read' }),
    async update(uri, change) {
      // Somebody may write between reading and writing: then it is read again.
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const read = await ask<ReadText>(protocol.readFileRequest, { uri }, { problem: '' })
        const expected = 'text' in read ? read.text : null
        const params: protocol.ReplaceFileParams = { uri, expected, text: change(expected ?? undefined) }
        if (await ask(protocol.replaceFileRequest, params, false)) return
      }
      throw new Error(`${uri} cannot be written`)
    },
    rulesAt: async (uri) => ({ paths: await find(uri, 'rules') }),
    documentsIn: (folder) => find(folder, 'documents'),
  }
}
