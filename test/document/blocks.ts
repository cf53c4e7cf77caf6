import assert from 'node:assert/strict'
import type { Block, Mark } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'

/** A block on one line: kind, what places it, text. `heading/2 Limits`, `list-item/1 #1 > first`. */
export function sketch({ kind, depth, group, quoted, cell, label, text }: Block): string {
  const place = [
    depth > 0 ? `${kind}/${depth}` : kind,
    ...(cell ? [`${cell.row},${cell.column}`] : []),
    ...(group > 0 ? [`#${group}`] : []),
    ...(label === undefined ? [] : [`^${label}`]),
    ...(quoted ? ['>'] : []),
  ]
  return [...place, text.replaceAll('\n', '⏎').replaceAll('\uFFFC', '▢')].join(' ').trim()
}

/** Reads the text and compares its blocks, one line for each. */
export function check(source: string, expected: readonly string[], languageId = 'markdown'): void {
  assert.deepEqual(parseDocument(source, languageId).blocks.map(sketch), expected)
}

/** Marks of the first block, as the words they mark. */
export function checkMarks(source: string, expected: readonly string[], languageId = 'markdown'): void {
  const block = parseDocument(source, languageId).blocks[0]
  assert.deepEqual(
    block?.marks.map((mark) => `${mark.kind} ${wordsOf(block, mark)}`.trim()),
    expected,
  )
}

const wordsOf = ({ text }: Block, mark: Mark): string => {
  const words = text.slice(mark.start, mark.end).replaceAll('\uFFFC', '▢')
  return mark.kind === 'link'
    ? `${words} -> ${mark.url}`
    : mark.kind === 'footnote'
      ? `${mark.label} at ${mark.start}`
      : words
}
