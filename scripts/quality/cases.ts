import { readClaims } from '../../engine/claims/read-claims.js'
import { parseDocument } from '../../engine/document/parse.js'
import { toSource } from '../../engine/document/source-map.js'
import { overlaps } from '../../engine/document/span.js'
import type { Case } from '../../engine/judge/train-balance.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Labelled } from './labelled.js'

/** Every sentence of labelled documents that the judge of a pack looks at, with the evidence on it. Borderline sentences teach nothing. */
export function casesFrom(documents: readonly Labelled[], pack: Pack, weight: number): Case[] {
  return documents.flatMap(({ text, claims, borderline }) => {
    const reading = readClaims(parseDocument(text, 'markdown'), pack)
    return reading.passage.document.blocks.flatMap((block, at) =>
      reading.passage.sentences(at).flatMap((sentence, number): Case[] => {
        const span = toSource(block.map, sentence.span)
        const evidence = reading.evidence(at, number)
        if (evidence.length === 0 || borderline.some((one) => overlaps(one, span))) return []
        return [{ evidence, isClaim: claims.some((one) => overlaps(one, span)), weight }]
      }),
    )
  })
}
