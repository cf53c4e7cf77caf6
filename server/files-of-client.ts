import type { Connection } from 'vscode-languageserver'
import type { ReadText } from '../engine/config/config-files.js'
import * as protocol from './protocol.js'
import type { Files } from './world.js'

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
    rulesAt: async (uri) => ({ paths: await find(uri, 'rules') }),
    documentsIn: (folder) => find(folder, 'documents'),
  }
}
