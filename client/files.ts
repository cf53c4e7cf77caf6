import { Disposable, FileType, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type ExistsParams,
  existsRequest,
  type FindFilesParams,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  type ReplaceFileParams,
  readFileRequest,
  replaceFileRequest,
} from '../server/protocol.js'

/** Reads files for a server that has no file system of its own, through VS Code, which may have one that is no disk. */
export function answerServer(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => read(Uri.parse(uri))),
    client.onRequest(existsRequest, ({ uri }: ExistsParams) => exists(Uri.parse(uri))),
    client.onRequest(replaceFileRequest, replaceFile),
    client.onRequest(findFilesRequest, ({ uri, kind }: FindFilesParams) => find(Uri.parse(uri), kind)),
  )
}

/** One after the other: what was read is what is replaced. */
let last: Promise<unknown> = Promise.resolve()

function replaceFile(params: ReplaceFileParams): Promise<boolean> {
  const replaced = last.then(() => replaceNow(params))
  last = replaced
  return replaced
}

async function replaceNow({ uri, expected, text }: ReplaceFileParams): Promise<boolean> {
  const file = Uri.parse(uri)
  const found = await read(file)
  if (('text' in found ? found.text : null) !== expected) return false
  return Promise.resolve(workspace.fs.writeFile(file, new TextEncoder().encode(text))).then(
    () => true,
    () => false,
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

/** Folder by folder, since VS Code searches only where somebody provides a search; it knows nothing of .gitignore. */
async function find(uri: Uri, kind: FindFilesParams['kind']): Promise<string[]> {
  if (WANTED[kind].test(uri.path)) return (await exists(uri)) ? [uri.toString()] : []
  return (await walk(uri, WANTED[kind])).map(String)
}

async function walk(folder: Uri, wanted: RegExp): Promise<Uri[]> {
  const found: Uri[] = []
  for (const [name, type] of (await entries(folder)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const uri = Uri.joinPath(folder, name)
    if (type === FileType.File && wanted.test(name)) found.push(uri)
    // Links between folders may lead round in a circle, and are not followed.
    else if (type === FileType.Directory && !LEFT_OUT.has(name)) found.push(...(await walk(uri, wanted)))
  }
  return found
}

const entries = (folder: Uri): Promise<[string, FileType][]> =>
  Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => [])

const LEFT_OUT = new Set(['node_modules', '.git'])

const WANTED: Readonly<Record<FindFilesParams['kind'], RegExp>> = {
  documents: /\.(?:md|markdown|mdx|qmd|rmd|txt)$/i,
  rules: /\.ya?ml$/,
}
