import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isDocument } from './language.js'

/** Milliseconds without a further change before a change counts: editors write a file in several steps. */
const QUIET = 60

/** One for each time that documents or configurations under these paths have changed, and are at rest again. It never ends by itself. */
export async function* changesIn(paths: readonly string[], cwd: string): AsyncIterable<void> {
  let wake: () => void = () => undefined
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  const changed = (name: string | null): void => {
    if (name !== null && !isOfInterest(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      isDue = true
      wake()
    }, QUIET)
  }
  const watchers = [...new Set(paths.map((path) => placeOf(path, cwd)))].map((place) => watchPlace(place, changed))
  try {
    for (;;) {
      if (!isDue)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      isDue = false
      yield
    }
  } finally {
    for (const watcher of watchers) watcher.close()
  }
}

const isOfInterest = (name: string): boolean =>
  !/(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(name) && (isDocument(name) || /\.ya?ml$|\.gitignore$/.test(name))

/** A file is watched by its folder: editors put a new file in its place. The folder of a pattern is what stands before it. */
function placeOf(path: string, cwd: string): string {
  let place = resolve(cwd, path)
  while (!existsSync(place) || !statSync(place).isDirectory()) place = dirname(place)
  return place
}

function watchPlace(place: string, changed: (name: string | null) => void): FSWatcher {
  const watcher = watch(place, { recursive: true }, (_, name) => changed(name))
  // A folder that goes away while it is watched is a change like others.
  watcher.on('error', () => changed(null))
  return watcher
}
