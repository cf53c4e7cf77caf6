import type { Block, Document } from '../../document/block.js'
import { toSource } from '../../document/source-map.js'
import { overlaps, type Span } from '../../document/span.js'
import { splitSentences } from '../../language/sentences.js'
import type { Finding } from '../finding.js'

/** The sentence of a finding and its block. `span` is in offsets of the block's text. */
export interface ClaimPlace {
  readonly block: Block
  readonly span: Span
}

export function placeOf({ blocks }: Document, finding: Pick<Finding, 'span'>): ClaimPlace | undefined {
  for (const block of blocks) {
    if (!overlaps(block.span, finding.span) || block.kind === 'code') continue
    const span = splitSentences(block).find((one) => overlaps(toSource(block.map, one), finding.span))
    if (span) return { block, span }
  }
  return undefined
}

/** The sentence in the source, markup at its edges left out. */
export const sourceOfSentence = ({ block, span }: ClaimPlace): Span => toSource(block.map, span)

export const startOfLine = (source: string, at: number): number =>
  at === 0 ? 0 : Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1

export function endOfLine(source: string, at: number): number {
  const end = source.slice(at).search(/[\r\n]/)
  return end < 0 ? source.length : at + end
}
