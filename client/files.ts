import { Disposable, RelativePattern, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type ExistsParams,
  existsRequest,
  type FindFilesParams,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../server/protocol.js'

/** Reads files for a server that has no file system of its own, through VS Code, which may have one that is no disk. */
export function answerServer(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => read(Uri.parse(uri))),
    client.onRequest(existsRequest, ({ uri }: ExistsParams) => exists(Uri.parse(uri))),
    client.onRequest(findFilesRequest, ({ uri, kind }: FindFilesParams) => find(Uri.parse(uri), PATTERNS[kind])),
  )
}

async function read(uri: Uri): Promise<ReadFileResult> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri)) }
  } catch (error) {
    return { problem: error instanceof TypeError ? 'this file is not UTF-8 text' : 'this file cannot be read' }
  }
}

export const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  )

/** A search leaves out what the editor hides; it knows nothing of .gitignore. */
async function find(uri: Uri, pattern: string): Promise<string[]> {
  const found = await workspace.findFiles(new RelativePattern(uri, pattern))
  return found.length > 0 || !(await isFile(uri)) ? found.map(String) : [uri.toString()]
}

const isFile = async (uri: Uri): Promise<boolean> => /\.ya?ml$/.test(uri.path) && (await exists(uri))

const PATTERNS: Readonly<Record<FindFilesParams['kind'], string>> = {
  documents: '**/*.{md,markdown,mdx,qmd,rmd,txt}',
  rules: '**/*.{yaml,yml}',
}
