import { padEnd, widthOfText } from './width.js'

/** Rows of cells as columns, two spaces between; the last column is as long as it is. Colours are put on afterwards. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, widthOfText(cell))),
    [],
  )
  return rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : padEnd(cell, widths[at] as number))).join('  '),
  )
}
