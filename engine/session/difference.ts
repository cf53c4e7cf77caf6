/** Where two texts differ: they begin and end with the same characters. */
export interface Difference {
  readonly start: number
  /** The end of what differs, in each text. */
  readonly oldEnd: number
  readonly newEnd: number
}

/** By halving, since comparing two long slices at once is much faster than comparing characters. */
export function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length)
  const start = longest(most, (length) => before.slice(0, length) === after.slice(0, length))
  const same = longest(
    most - start,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  )
  return { start, oldEnd: before.length - same, newEnd: after.length - same }
}

/** The greatest length for which a test holds that holds for all that are smaller. Only what is new is compared in each step. */
function longest(most: number, holds: (length: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
