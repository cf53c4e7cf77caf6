import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Failure } from '../exit-codes.js'
import type { Text, World } from '../world.js'
import { whyUnreadable } from './read-text.js'

/** Where a report goes. It is written while it grows. */
export interface Output {
  write(pieces: Iterable<Text>): Promise<void>
  /** A file is in its place only now. */
  close(): void
  /** Leaves what was there before. */
  abandon(): void
}

export function outputTo(world: World, file: string | undefined): Output {
  if (file === undefined) return toStdout(world)
  return toFile(resolve(world.cwd, file), file)
}

const toStdout = ({ stdout }: World): Output => ({
  async write(pieces) {
    for (const piece of pieces) await stdout.write(piece)
  },
  close: () => undefined,
  abandon: () => undefined,
})

/** A new file beside the old one takes its place when it is whole: whoever reads finds the old report or the new one, never half of one. */
function toFile(asked: string, shown: string): Output {
  const failing = <Value>(action: () => Value): Value => {
    try {
      return action()
    } catch (error) {
      throw new Failure(`cannot write ${shown}: ${whyUnreadable(error)}`)
    }
  }
  const path = realPath(asked)
  const { descriptor, temporary } = failing(() => openFor(path))
  return {
    async write(pieces) {
      failing(() => {
        for (const piece of pieces) writeFileSync(descriptor, piece)
      })
    },
    close: () =>
      failing(() => {
        closeSync(descriptor)
        if (temporary !== undefined) renameSync(temporary, path)
      }),
    abandon() {
      closeSync(descriptor)
      if (temporary !== undefined) rmSync(temporary, { force: true })
    },
  }
}

function openFor(path: string): { descriptor: number; temporary?: string } {
  const old = statSync(path, { throwIfNoEntry: false })
  // A pipe or a device is written to; nothing can take its place.
  if (old && !old.isFile()) return { descriptor: openSync(path, 'w') }
  const temporary = `${path}.${process.pid}.tmp`
  try {
    return { descriptor: openSync(temporary, 'w', old?.mode), temporary }
  } catch (error) {
    // A folder in which nothing new may be made can hold a file that may be written.
    if (old && (error as NodeJS.ErrnoException).code === 'EACCES') return { descriptor: openSync(path, 'w') }
    throw error
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
