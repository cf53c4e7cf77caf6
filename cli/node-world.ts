import { readFileSync } from 'node:fs'
import type { WriteStream } from 'node:tty'
import type { Pack } from '../engine/rules/pack.js'
import { packFromBytes } from '../engine/rules/packed.js'
import type { Sink, World } from './world.js'

/** The world of a real process; the pack is read when it is first asked for. */
export function nodeWorld(packFile: string): World {
  const decoder = new TextDecoder()
  let pack: Pack | undefined
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    readStdin,
    loadPack: () => {
      pack ??= packFromBytes(readFileSync(packFile), (bytes) => decoder.decode(bytes))
      return pack
    },
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
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
