/** The greatest whole number from `low` to `high` for which a test holds that holds for all that are smaller; `low` when it holds for none. */
export function greatest(low: number, high: number, holds: (number: number) => boolean): number {
  let [least, most] = [low, high]
  while (least < most) {
    const middle = (least + most + 1) >> 1
    if (holds(middle)) least = middle
    else most = middle - 1
  }
  return least
}

/** The place in a list of the last one that begins at an offset or before it; of the first one when all begin behind it. */
export const lastAtOrBefore = <One>(list: readonly One[], startOf: (one: One) => number, offset: number): number =>
  greatest(0, list.length - 1, (at) => startOf(list[at] as One) <= offset)

/** For lists of offsets. */
export const itself = (offset: number): number => offset
