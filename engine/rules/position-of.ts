/** Line and column (1-based) of the first place where a piece of a file stands; the beginning when it is not there. */
export function positionOf(text: string, piece: string): { line: number; column: number } {
  const at = Math.max(text.indexOf(piece), 0)
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
