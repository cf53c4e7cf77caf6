import { greatest } from '../document/halving.js'
import type { LongText } from './long-text.js'

/** Where two texts differ: they begin and end with the same characters. */
export interface Difference {
  readonly start: number
  /** The end of what differs, in each text. */
  readonly oldEnd: number
  readonly newEnd: number
}

/** Of two long texts: parts that are the same strings need no look inside. */
export function differenceIn(before: LongText, after: LongText): Difference {
  const most = Math.min(before.parts.length, after.parts.length)
  let first = 0
  let start = 0
  while (first < most && before.parts[first] === after.parts[first]) start += (before.parts[first++] as string).length
  let last = 0
  let same = 0
  while (last < most - first && before.parts.at(-1 - last) === after.parts.at(-1 - last))
    same += (before.parts.at(-1 - last++) as string).length
  const inner = differenceOf(before.slice(start, before.length - same), after.slice(start, after.length - same))
  return { start: start + inner.start, oldEnd: start + inner.oldEnd, newEnd: start + inner.newEnd }
}

/** By halving, since comparing two long slices at once is much faster than comparing characters. */
export function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length)
  const start = greatest(0, most, (length) => before.slice(0, length) === after.slice(0, length))
  const same = greatest(
    0,
    most - start,
    (length) => before.slice(before.length - length) === after.slice(after.length - length),
  )
  return { start, oldEnd: before.length - same, newEnd: after.length - same }
}
