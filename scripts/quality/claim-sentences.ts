import { readClaims } from '../../engine/claims/read-claims.js'
import { parseDocument } from '../../engine/document/parse.js'
import { toSource } from '../../engine/document/source-map.js'
import { overlaps } from '../../engine/document/span.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Labelled } from './labelled.js'

export interface ClaimSentence {
  /** The whole sentence on one line. */
  readonly sentence: string
  readonly tokens: number
  readonly claim: Labelled['claims'][number]
}

/** Sentences of paragraphs that hold a labelled claim. What is quoted is left out. */
export function claimSentences({ text, claims }: Labelled, pack: Pack): ClaimSentence[] {
  const { passage } = readClaims(parseDocument(text, 'markdown'), pack)
  return passage.document.blocks.flatMap((block, at) => {
    if (block.kind !== 'paragraph' || block.quoted) return []
    return passage.sentences(at).flatMap(({ span, tokens }) => {
      const place = toSource(block.map, span)
      const claim = claims.find((one) => overlaps(one, place))
      const sentence = block.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
      return claim ? [{ sentence, tokens: tokens.length, claim }] : []
    })
  })
}
