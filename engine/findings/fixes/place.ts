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

/** Closing emphasis, the rest of a link, closing tags, and footnotes that already stand there. */
export const CLOSERS =
  /^(?:\*{1,3}|_{1,3}|~~|\]\((?:[^()\r\n]|\([^()\r\n]*\))*\)|\]\[[^\]\r\n]*\]|\](?!\()|<\/[A-Za-z][\w-]*>|\[\^[^\]\s]+\])+/

export const startOfLine = (source: string, at: number): number =>
  at === 0 ? 0 : Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1

export function endOfLine(source: string, at: number): number {
  const end = source.slice(at).search(/[\r\n]/)
  return end < 0 ? source.length : at + end
}
