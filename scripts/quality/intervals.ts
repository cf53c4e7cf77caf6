/** A share with the interval in which it lies in 95 of 100 samples of documents. All between 0 and 1. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

const SAMPLES = 1000

/**
 * Intervals by drawing documents anew, with replacement: claims of one document are alike, so that intervals over single claims would
 * promise too much. The same documents give the same intervals.
 */
export function intervalOver<Item>(items: readonly Item[], share: (drawn: readonly Item[]) => number): Interval {
  const draw = drawing(items)
  const drawn = Array.from({ length: SAMPLES }, () => share(draw())).sort((a, b) => a - b)
  const at = (part: number): number => drawn[Math.floor(part * SAMPLES)] ?? 0
  return { value: share(items), low: at(0.025), high: at(0.975) }
}

function drawing<Item>(items: readonly Item[]): () => Item[] {
  let state = 20_240_801
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * items.length)
  }
  return () => items.map(() => items[next()] as Item)
}
