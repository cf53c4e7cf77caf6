import { closeSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/**
 * Changes a file by what is in it, so that no change of anybody is lost: whoever else does it by this function waits, and a reader
 * finds the old text or the new one, whole. `change` is given the text, or nothing where there is no file.
 */
export async function updateFile(path: string, change: (text: string | undefined) => string): Promise<void> {
  const real = realPath(path)
  const unlock = await lock(`${real}.lock`)
  const temporary = `${real}.${process.pid}.tmp`
  try {
    const old = statSync(real, { throwIfNoEntry: false })
    const text = change(old ? readFileSync(real, 'utf8') : undefined)
    writeFileSync(temporary, text, old ? { mode: old.mode } : {})
    renameSync(temporary, real)
  } finally {
    rmSync(temporary, { force: true })
    unlock()
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const PAUSE = 15
/** Nobody needs so long for a small file, in milliseconds: who still holds the lock then has died on another machine. */
const LONGEST = 10_000

async function lock(path: string): Promise<() => void> {
  const started = Date.now()
  for (;;) {
    try {
      const descriptor = openSync(path, 'wx')
      writeFileSync(descriptor, String(process.pid))
      closeSync(descriptor)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (isLeftOver(path) || Date.now() - started > LONGEST) breakLock(path)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** Only one at a time takes a lock away, and looks again before: it may be a new one by now. */
function breakLock(path: string): void {
  const breaking = `${path}.breaking`
  try {
    closeSync(openSync(breaking, 'wx'))
  } catch {
    const since = statSync(breaking, { throwIfNoEntry: false })?.mtimeMs
    if (since !== undefined && Date.now() - since > LONGEST) rmSync(breaking, { force: true })
    return
  }
  try {
    const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (isLeftOver(path) || Date.now() - since > LONGEST) rmSync(path, { force: true })
  } finally {
    rmSync(breaking, { force: true })
  }
}

/** Whoever made it is no more. A lock without a name in it is being made. */
function isLeftOver(path: string): boolean {
  try {
    const owner = Number(readFileSync(path, 'utf8'))
    if (!owner) return false
    process.kill(owner, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
