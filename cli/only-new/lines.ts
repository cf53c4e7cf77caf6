/** The line of an offset as git counts lines. Offsets are asked in order, more or less. */
export function lineCounter(source: string): (offset: number) => number {
  let [line, at] = [1, 0]
  return (offset) => {
    if (offset < at) [line, at] = [1, 0]
    for (let next = source.indexOf('\n', at); next >= 0 && next < offset; next = source.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return line
  }
}
