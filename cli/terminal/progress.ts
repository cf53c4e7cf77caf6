import type { World } from '../world.js'

/** How long a run may take before it shows that it is alive, and how often it lets signals in; in milliseconds. */
const PATIENCE = 500
const STEP = 100

export interface Progress {
  /** Call before each file. */
  step(done: number, all: number, path: string): Promise<void>
  clear(): void
}

/** One line on stderr, on a terminal, for runs that take long. */
export function progressTo(world: World): Progress {
  const shown = world.stderr.isTTY && !world.env.CI
  const start = world.now()
  let last = start
  let visible = false
  return {
    async step(done, all, path) {
      const now = world.now()
      if (now - last < STEP) return
      last = now
      if (shown && now - start > PATIENCE) {
        world.stderr.write(`\r\u001b[K${lineFor(done, all, path, world.stderr.columns ?? 80)}`)
        visible = true
      }
      await world.breathe()
    },
    clear() {
      if (visible) world.stderr.write('\r\u001b[K')
      visible = false
    },
  }
}

function lineFor(done: number, all: number, path: string, columns: number): string {
  const count = `checking ${done + 1} of ${all}  `
  const room = Math.max(columns - count.length - 1, 0)
  return count + (path.length > room ? `…${path.slice(path.length - room + 1)}` : path)
}
