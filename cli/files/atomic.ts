import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Failure } from '../exit-codes.js'
import { whyUnreadable } from './read-text.js'

/** Puts a text in the place of a file: whoever reads finds the old one or the new one, whole. `shown` is its name in a message. */
export function replaceFile(path: string, text: string | Uint8Array, shown: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode
    writeFileSync(temporary, text, mode === undefined ? {} : { mode })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new Failure(`cannot write ${shown}: ${whyUnreadable(error)}`)
  }
}
