import { readClaims } from '../../engine/claims/read-claims.js'
import { parseDocument } from '../../engine/document/parse.js'
import { toSource } from '../../engine/document/source-map.js'
import { overlaps, type Span } from '../../engine/document/span.js'
import { collectFeatures, collectGlance, collectTopic } from '../../engine/judge/features.js'
import type { Lesson } from '../../engine/judge/train.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Labelled } from './labelled.js'

/** Every sentence of labelled texts as a lesson. Borderline sentences teach nothing. */
export function lessonsFrom(documents: readonly Labelled[], pack: Pack, weight = 1): Lesson[] {
  return documents.flatMap((document) => {
    const { passage, pack: ready } = readClaims(parseDocument(document.text, 'markdown'), pack)
    return passage.document.blocks.flatMap((block, at) =>
      passage.sentences(at).flatMap((sentence, number): Lesson[] => {
        const span = toSource(block.map, sentence.span)
        if (document.borderline.some((one) => overlaps(one, span))) return []
        const features: number[] = []
        const seen = { passage, block: at, sentence: number, concepts: ready.matcher.concepts }
        collectFeatures(seen, { add: (hash) => void features.push(hash) })
        const topic: number[] = []
        collectTopic(seen, { add: (hash) => void topic.push(hash) })
        const glance: number[] = []
        collectGlance(sentence.tokens, (hash) => void glance.push(hash))
        return [
          {
            features: Uint32Array.from(features),
            glance: Uint32Array.from(glance),
            topic: Uint32Array.from(topic),
            rule: ruleOf(document, span),
            weight,
          },
        ]
      }),
    )
  })
}

/** The rule of the claim that shares most with a sentence. */
function ruleOf({ claims }: Labelled, span: Span): string | null {
  let best: string | null = null
  let most = 0
  for (const claim of claims) {
    const shared = Math.min(claim.end, span.end) - Math.max(claim.start, span.start)
    if (shared > most) {
      most = shared
      best = claim.rule
    }
  }
  return best
}
