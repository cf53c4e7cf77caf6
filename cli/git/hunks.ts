/** Line numbers, 1-based, the end not included. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** The lines that a change takes out of a file and puts into it, by path; git counts lines by `\n` alone. */
export interface ChangedLines {
  readonly removed: ReadonlyMap<string, readonly LineRange[]>
  readonly added: ReadonlyMap<string, readonly LineRange[]>
}

/** Reads `git diff --unified=0` with the prefixes a/ and b/. */
export function changedLines(patch: string): ChangedLines {
  const removed = new Map<string, LineRange[]>()
  const added = new Map<string, LineRange[]>()
  let [before, after] = ['', '']
  // Lines of content in the hunk that is being read: they may look like anything.
  let content = 0
  for (const line of patch.split('\n')) {
    if (content > 0 && (line.startsWith('-') || line.startsWith('+'))) content--
    else if (line.startsWith('--- ')) before = pathIn(line.slice(4))
    else if (line.startsWith('+++ ')) after = pathIn(line.slice(4))
    else if (line.startsWith('@@ ')) {
      const [out, into] = rangesIn(line)
      content = out.to - out.from + into.to - into.from
      put(removed, before, out)
      put(added, after, into)
    }
  }
  return { removed, added }
}

function rangesIn(line: string): [LineRange, LineRange] {
  const [, from = '0', count = '1', to = '0', more = '1'] =
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
  const range = (first: string, lines: string) => ({ from: Number(first), to: Number(first) + Number(lines) })
  return [range(from, count), range(to, more)]
}

function put(ranges: Map<string, LineRange[]>, path: string, range: LineRange): void {
  const known = ranges.get(path)
  if (range.to === range.from) return
  if (known) known.push(range)
  else ranges.set(path, [range])
}

/** `a/docs/x.md`, with a tab behind it where it holds a space, or in quotes with escapes as in C. */
function pathIn(written: string): string {
  const name = written.startsWith('"') ? unquoted(written) : written.replace(/\t$/, '')
  return name.replace(/^[ab]\//, '')
}

function unquoted(written: string): string {
  const bytes: number[] = []
  for (const [, octal, letter, other] of written
    .slice(1, written.lastIndexOf('"'))
    .matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal) bytes.push(Number.parseInt(octal, 8))
    else bytes.push(...Buffer.from(letter ? (ESCAPES[letter] ?? letter) : (other ?? '')))
  }
  return Buffer.from(bytes).toString()
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' }

/** Whether lines `from` to `last` share one with the ranges, which are in order. */
export function overlaps(ranges: readonly LineRange[], from: number, last: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as LineRange).to <= from) low = middle + 1
    else high = middle
  }
  const first = ranges[low]
  return first !== undefined && first.from <= last
}
