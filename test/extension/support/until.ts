import type { Event } from 'vscode'

/** A test that waits longer for something is waiting for nothing. */
const PATIENCE = 15_000

/** Waits until a value is there, looking at once and again after each event. */
export function until<Value>(
  what: string,
  events: readonly Event<unknown>[],
  look: () => Value | undefined,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscriptions = events.map((event) => event(check))
    const limit = setTimeout(() => end(() => reject(new Error(`Waited in vain for ${what}`))), PATIENCE)
    function end(settle: () => void): void {
      clearTimeout(limit)
      for (const one of subscriptions) one.dispose()
      settle()
    }
    function check(): void {
      const found = look()
      if (found !== undefined && found !== false) end(() => resolve(found))
    }
    check()
  })
}
