import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { packFromBytes } from '../engine/rules/packed.js'
import { dayOf } from '../engine/waivers/waiver.js'
import { filesOfDisk } from './files-of-disk.js'
import { startServer } from './server.js'

/** The server as a process of its own: --stdio (the default), --node-ipc, --socket=PORT or --pipe=NAME. */
const here = import.meta.dirname
const decoder = new TextDecoder()
const transports = ['--node-ipc', '--stdio', '--socket', '--pipe']
if (!process.argv.some((arg) => transports.some((one) => arg.startsWith(one)))) process.argv.push('--stdio')

const pages = [join(here, '../docs/rules'), join(here, 'docs/rules')].find((folder) => existsSync(folder))

/** As it was built, or as it ships in the extension. */
async function packBytes(): Promise<Uint8Array> {
  const built = join(here, 'pack.bin')
  return existsSync(built) ? readFile(built) : brotliDecompressSync(await readFile(`${built}.br`))
}

const connection = createConnection(ProposedFeatures.all)

// For the benchmark, which starts the server with --expose-gc: megabytes in use once the heap is cleared, and time of the processor so far.
if (process.env.PROVISO_MEASURE) {
  connection.onRequest('proviso/memory', () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed / 1e6
  })
  connection.onRequest('proviso/processor', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  })
}

startServer(connection, {
  loadPack: async () => packFromBytes(await packBytes(), (bytes) => decoder.decode(bytes)),
  files: filesOfDisk,
  ...(pages === undefined ? {} : { rulePages: pathToFileURL(pages).href }),
  today: () => dayOf(new Date()),
  now: () => performance.now(),
  soon: (callback) => void setImmediate(callback),
})
