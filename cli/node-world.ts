import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import type { WriteStream } from 'node:tty'
import type { Pack } from '../engine/rules/pack.js'
import { dayOf } from '../engine/waivers/waiver.js'
import { changesIn } from './files/changes.js'
import { streamLines } from './files/stream-lines.js'
import { readPack } from './read-pack.js'
import { startHelper } from './threads/helper.js'
import type { Sink, World } from './world.js'

/** The world of a real process; the pack, in the folder of the command, is read when it is first asked for. */
export function nodeWorld(folder: string): World {
  let pack: Pack | undefined
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    readStdin,
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    ask,
    changes: (paths) => changesIn(paths, process.cwd()),
    readLines: () => streamLines(process.stdin),
    loadPack: () => {
      pack ??= readPack(folder)
      return pack
    },
    loadReferences: () => JSON.parse(readFileSync(join(folder, 'references.json'), 'utf8')),
    today: () => dayOf(new Date()),
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    build: BUILD,
    helper: (work) => {
      const threads = work.threads ?? freeThreads()
      return threads > 1 ? startHelper(join(folder, 'second-thread.js'), work, threads, process.cwd()) : undefined
    },
    serve: () => serve(join(folder, 'server.js')),
  }
}

/** Put in by the build: a hash of all that goes into it. Sources that are run as they are have none, and share no cache. */
declare const PROVISO_BUILD: string | undefined
const BUILD = typeof PROVISO_BUILD === 'string' ? PROVISO_BUILD : `source ${process.pid} ${Date.now()}`

/** More need more memory than they save time. */
const MOST_THREADS = 4

/** As many as there are processors with nothing else to do: where all are busy another thread only costs. Windows does not tell, and says 0. */
function freeThreads(): number {
  const processors = availableParallelism()
  return Math.min(MOST_THREADS, Math.max(1, Math.ceil(processors - (loadavg()[0] ?? 0))))
}

const sink = (stream: WriteStream): Sink => ({
  isTTY: stream.isTTY === true,
  columns: stream.columns,
  write: (text) => (stream.write(text) ? undefined : new Promise((resolve) => void stream.once('drain', resolve))),
})

/** Lines that were typed ahead wait for their question. */
let typed: AsyncIterator<string> | undefined

async function ask(): Promise<string | undefined> {
  typed ??= streamLines(process.stdin)[Symbol.asyncIterator]()
  const { done, value } = await typed.next()
  return done ? undefined : value
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The server reads and writes the streams of this process and ends it by itself. */
async function serve(file: string): Promise<number> {
  await import(file)
  return new Promise(() => undefined)
}
