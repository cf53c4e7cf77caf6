import type { Document } from '../../document/block.js'
import { toSource } from '../../document/source-map.js'
import type { Span } from '../../document/span.js'
import type { Finding } from '../finding.js'
import { capitalised } from '../words.js'
import { type Edit, insertion, type Piece } from './edit.js'
import { CLOSERS, type ClaimPlace, placeOf } from './place.js'
import { type Rewrite, rewritesFor } from './rewrites.js'

/** Puts a bounded sentence in the place of a claim. A heading keeps its words: what bounds it belongs into the text below. */
export function boundClaim(rewrite: Rewrite): (finding: Finding, document: Document) => readonly Edit[] {
  return (finding, document) => {
    const place = placeOf(document, finding)
    if (!place || place.block.kind === 'heading') return []
    return [{ ...wholeMarkup(place, document.source), pieces: opened(rewrite.pieces(finding)) }]
  }
}

export const rewritesOf = (finding: Finding): readonly Rewrite[] => rewritesFor(finding.rule)

/** The limit in a sentence of its own. */
export const BEHIND: readonly Piece[] = [
  'However, this was not tested beyond ',
  { blank: 'the tests, model and version' },
  '.',
]

/** Leaves the claim as it is and says behind it how far it holds. */
export function addBounds(finding: Finding, document: Document): readonly Edit[] {
  const place = placeOf(document, finding)
  if (!place || place.block.kind === 'heading') return []
  const { source } = document
  const { end } = toSource(place.block.map, place.span)
  const at = end + (CLOSERS.exec(source.slice(end, Math.max(end, place.block.span.end)))?.[0].length ?? 0)
  const stop = /[.!?…]["'”’)\]]*$/.test(place.block.text.slice(place.span.start, place.span.end)) ? ' ' : '. '
  return [insertion(at, stop, ...BEHIND)]
}

/** A sentence begins with a capital, also where its first word comes from the claim. */
function opened([first, ...rest]: readonly Piece[]): readonly Piece[] {
  return first === undefined ? [] : [typeof first === 'string' ? capitalised(first) : { blank: first.blank }, ...rest]
}

const OPENERS = /(?:\*{1,3}|_{1,3}|~~|\[)+$/

/** The sentence in the source; markup that begins or ends inside it is taken whole, so that none is left half. */
function wholeMarkup({ block, span }: ClaimPlace, source: string): Span {
  const { start, end } = toSource(block.map, span)
  const marks = block.marks.filter(({ kind }) => kind === 'strong' || kind === 'emphasis' || kind === 'link')
  const endsInside = marks.some((mark) => mark.start <= span.start && mark.end > span.start && mark.end < span.end)
  const beginsInside = marks.some((mark) => mark.start > span.start && mark.start < span.end && mark.end >= span.end)
  const before = endsInside
    ? (OPENERS.exec(source.slice(Math.max(block.span.start, start - 8), start))?.[0].length ?? 0)
    : 0
  const behind = beginsInside ? (CLOSERS.exec(source.slice(end, Math.max(end, block.span.end)))?.[0].length ?? 0) : 0
  return { start: start - before, end: end + behind }
}
