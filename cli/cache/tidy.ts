import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DAY = 24 * 60 * 60 * 1000
const OLDEST = 30 * DAY

/** Once a day takes out of a cache what was not used for thirty days. What cannot be done is left. */
export function tidyCache(folder: string, now: number): void {
  const mark = join(folder, 'tidied')
  try {
    if (now - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0) < DAY) return
    writeFileSync(mark, '')
    for (const part of readdirSync(folder)) if (/^[0-9a-f]{2}$/.test(part)) tidyPart(join(folder, part), now)
  } catch {
    // Another run is at it, or the folder can only be read.
  }
}

function tidyPart(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (/^[0-9a-f]{62}/.test(name) && now - used > OLDEST) rmSync(path, { force: true })
  }
}
