import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, normalize } from 'node:path'

/** VS Code for the web: no machine behind it, all of it runs in the browser. */
export interface ServedWeb {
  readonly origin: string
  stop(): Promise<void>
}

export interface WebOptions {
  /** The entry of VS Code's server build, beside which the files for browsers lie. */
  readonly main: string
  /** Folders that are served beside VS Code, by the first part of their address. */
  readonly folders: Readonly<Record<string, string>>
  /** Addresses of extensions, such as `/proviso`. */
  readonly extensions: readonly string[]
  /** Where the suite is, such as `/proviso/dist/test/suite.web.js`. */
  readonly suite: string
  readonly workspace: string
}

/** Serves the workbench as plain files, as a web server without VS Code's own would do it. */
export async function serveWeb(options: WebOptions): Promise<ServedWeb> {
  const build = dirname(dirname(options.main))
  const folders = { build, ...options.folders }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/') page(options, build, request, response)
    else file(folders, decodeURIComponent(pathname), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function page(options: WebOptions, build: string, { headers }: IncomingMessage, response: ServerResponse): void {
  const authority = headers.host ?? ''
  const at = (path: string) => ({ scheme: 'http', authority, path })
  const configuration = {
    // A line of the build that stands in for VS Code's own asks for it.
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    folderUri: { scheme: options.workspace.split(':')[0], path: options.workspace.replace(/^[^:]*:/, '') },
    // Otherwise the frames of previews come from a server of VS Code's makers.
    webviewEndpoint: `http://${authority}/build/out/vs/workbench/contrib/webview/browser/pre`,
    productConfiguration: JSON.parse(readFileSync(join(build, 'product.json'), 'utf8')),
    developmentOptions: { extensions: options.extensions.map(at), extensionTestsPath: at(options.suite) },
  }
  const filled = readFileSync(join(build, 'out/vs/code/browser/workbench/workbench.html'), 'utf8')
    .replace('{{WORKBENCH_WEB_CONFIGURATION}}', JSON.stringify(configuration).replaceAll('"', '&quot;'))
    .replace('{{WORKBENCH_AUTH_SESSION}}', '')
    .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', '/build')
    .replaceAll('{{WORKBENCH_NLS_FALLBACK_URL}}', '/build/out/nls.messages.js')
    .replaceAll('{{WORKBENCH_NLS_URL}}', '/build/out/nls.messages.js')
    .replaceAll(/\{\{(?:VS_)?BASE\}\}/g, '')
  response.writeHead(200, { 'content-type': 'text/html' }).end(filled)
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

function file(folders: Readonly<Record<string, string>>, path: string, response: ServerResponse): void {
  const [, name = '', ...rest] = normalize(path).split('/')
  const found = folders[name] === undefined ? undefined : join(folders[name], ...rest)
  if (found === undefined || !existsSync(found) || !statSync(found).isFile()) response.writeHead(404).end()
  else {
    const type = TYPES[extname(found)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' })
    if (found.endsWith('workbench/workbench.js')) response.end(withoutMachine(readFileSync(found, 'utf8')))
    else createReadStream(found).pipe(response)
  }
}

/** code-server's workbench takes it for granted that the machine which serves it is the one to work on, and keeps settings there. */
const withoutMachine = (workbench: string): string =>
  workbench
    .replace(',remoteAuthority:location.host}', '}')
    .replace(/(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+)\.vscodeRemote/, '$1.vscodeUserData')
