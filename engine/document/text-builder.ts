import type { Mark } from './block.js'
import type { Run, SourceMap } from './source-map.js'

export const PLACEHOLDER = '\uFFFC'

/** Text without markup, the way back to the source, and what the text no longer shows. */
export interface BuiltText {
  readonly text: string
  readonly map: SourceMap
  readonly marks: readonly Mark[]
}

/** Puts the text of one block together, in the order of the source. All offsets given to it are offsets of `source`. */
export class TextBuilder {
  private text = ''
  private readonly runs: Run[] = []
  private readonly marks: Mark[] = []
  private lineEnd = -1

  constructor(private readonly source: string) {}

  /** Where the next character will stand in the text. */
  get length(): number {
    return this.text.length + (this.lineEnd >= 0 && this.text !== '' ? 1 : 0)
  }

  /** Characters of the source as they stand. */
  plain(start: number, end: number): void {
    if (end > start) this.add(this.source.slice(start, end), start, end)
  }

  /** A stretch of the source that stands for other characters: an entity, an escape. */
  unit(value: string, start: number, end: number): void {
    if (value !== '') this.add(value, start, end)
  }

  /** A placeholder for each UTF-16 unit of something that is not prose. */
  opaque(kind: 'code' | 'image' | 'math', start: number, end: number): void {
    const from = this.length
    this.add(PLACEHOLDER.repeat(end - start), start, end)
    this.mark({ kind, start: from, end: this.length })
  }

  /** A line end; it becomes one `\n` that takes in all markup up to the next character. None stands at either edge. */
  newline(start: number): void {
    if (this.lineEnd < 0) this.lineEnd = start
  }

  mark(mark: Mark): void {
    if (mark.end > mark.start || mark.kind === 'footnote') this.marks.push(mark)
  }

  finish(): BuiltText {
    return trimmed({ text: this.text, map: this.runs, marks: this.marks })
  }

  private add(value: string, start: number, end: number): void {
    if (this.lineEnd >= 0) this.flushLineEnd(start)
    this.append(value, start, end)
  }

  private flushLineEnd(start: number): void {
    if (this.text !== '') this.append('\n', this.lineEnd, start)
    this.lineEnd = -1
  }

  private append(value: string, start: number, end: number): void {
    pushRun(this.runs, { text: this.text.length, length: value.length, source: start, sourceLength: end - start })
    this.text += value
  }
}

/** Adds a run, or lengthens the last one where both stand one for one and touch. */
export function pushRun(runs: Run[], run: Run): void {
  const last = runs[runs.length - 1]
  if (last && touches(last, run)) {
    const length = last.length + run.length
    runs[runs.length - 1] = { text: last.text, length, source: last.source, sourceLength: length }
  } else runs.push(run)
}

const touches = (last: Run, run: Run): boolean =>
  last.length === last.sourceLength && run.length === run.sourceLength && last.source + last.sourceLength === run.source

const BLANK = /^[ \t\n\r]$/

function trimmed(built: BuiltText): BuiltText {
  const { text } = built
  let start = 0
  let end = text.length
  while (start < end && BLANK.test(text.charAt(start))) start++
  while (end > start && BLANK.test(text.charAt(end - 1))) end--
  return start === 0 && end === text.length ? built : sliceText(built, start, end)
}

/** A part of a text, with its part of the map and of the marks. Offsets are in the text. */
export function sliceText({ text, map, marks }: BuiltText, start: number, end: number): BuiltText {
  return { text: text.slice(start, end), map: sliceMap(map, start, end), marks: sliceMarks(marks, start, end) }
}

function sliceMap(map: SourceMap, start: number, end: number): Run[] {
  const parts: Run[] = []
  for (const run of map) {
    const from = Math.max(run.text, start)
    const to = Math.min(run.text + run.length, end)
    if (from < to) parts.push(partOf(run, from, to, start))
  }
  return parts
}

function partOf(run: Run, from: number, to: number, base: number): Run {
  const whole = run.length !== run.sourceLength
  return {
    text: from - base,
    length: to - from,
    source: whole ? run.source : run.source + (from - run.text),
    sourceLength: whole ? run.sourceLength : to - from,
  }
}

function sliceMarks(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.end >= start && mark.start <= end)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
    .filter((mark) => mark.end > mark.start || mark.kind === 'footnote')
}
