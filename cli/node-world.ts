import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WriteStream } from 'node:tty'
import { pathToFileURL } from 'node:url'
import type { Pack } from '../engine/rules/pack.js'
import { packFromBytes } from '../engine/rules/packed.js'
import type { Sink, World } from './world.js'

/** The world of a real process; the pack, in the folder of the command, is read when it is first asked for. */
export function nodeWorld(folder: string): World {
  const decoder = new TextDecoder()
  let pack: Pack | undefined
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    readStdin,
    loadPack: () => {
      pack ??= packFromBytes(readFileSync(join(folder, 'pack.bin')), (bytes) => decoder.decode(bytes))
      return pack
    },
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    serve: () => serve(join(folder, 'server.js')),
  }
}

const sink = (stream: WriteStream): Sink => ({
  isTTY: stream.isTTY === true,
  columns: stream.columns,
  write: (text) => void stream.write(text),
})

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The server reads and writes the streams of this process and ends it by itself. */
async function serve(file: string): Promise<number> {
  await import(pathToFileURL(file).href)
  return new Promise(() => undefined)
}
