import type { Block } from '../../document/block.js'
import type { Span } from '../../document/span.js'
import { quotedSpans } from '../../language/quotations.js'
import { anyOf } from '../prepare.js'
import { type Clearing, type Scene, spanOf } from '../scene.js'

/** N7: quoted, or shown as wording to avoid. A quotation that the document uses for its own ends stays a claim. */
export function quoted(scene: Scene): Clearing | undefined {
  if (underWrongWording(scene)) return { guard: 'N7', reason: 'shown as wording to avoid' }
  const { block, sentence, claim } = scene
  if (block.quoted && !scene.voice.own && !isEndorsed(scene)) {
    return { guard: 'N7', reason: 'a quotation', isFinal: true }
  }
  const span = spanOf(sentence, { from: claim.coreFrom, to: claim.coreTo })
  const quotation = quotationsIn(block).find(({ start, end }) => start <= span.start && span.end <= end)
  if (!quotation || isEndorsed(scene)) return undefined
  return isShown(scene, quotation)
    ? { guard: 'N7', reason: 'quoted of others', by: quotation, isFinal: true }
    : { guard: 'N7', reason: 'quoted', by: quotation }
}

const OWN = new Set(['we', 'our', 'us', 'i', 'my'])

/** Led in by words of the author's that name no person: "the slide said", "headlines such as", "do not write". */
function isShown({ sentence, pack }: Scene, { start }: Span): boolean {
  const [first, ...others] = sentence.tokens.filter(({ kind, end }) => kind === 'word' && end < start)
  if (!first || others.length === 0 || [first, ...others].some(({ norm }) => OWN.has(norm))) return false
  return !others.some(({ capital }) => capital) && !anyOf(sentence.occurrences, pack.set('report.own-speaker'))
}

function underWrongWording({ passage, claim, pack, sentence, previous }: Scene): boolean {
  const wrong = pack.set('wrong.wording')
  const above = [
    passage.headings(claim.block).at(-1),
    ...passage.headerCells(claim.block),
    passage.leadIns(claim.block)[0],
  ]
  if (above.some((at) => at !== undefined && passage.sentences(at).some((one) => anyOf(one.occurrences, wrong))))
    return true
  return [sentence, previous].some((one) => one && anyOf(one.occurrences, wrong))
}

const quotations = new WeakMap<Block, readonly Span[]>()

/** A long paragraph is searched once, however many claims stand in it. */
function quotationsIn(block: Block): readonly Span[] {
  const known = quotations.get(block) ?? quotedSpans(block.text)
  quotations.set(block, known)
  return known
}

/** Words that take a quotation over: an approval beside it, or one of the speaker's own people in a text of their own. */
function isEndorsed({ sentence, previous, next, pack, voice }: Scene): boolean {
  const approval = pack.set('endorsement.phrase')
  if ([sentence, previous, next].some((one) => one && anyOf(one.occurrences, approval))) return true
  const own = pack.set('report.own-speaker')
  return voice.own && [sentence, previous, next].some((one) => one && anyOf(one.occurrences, own) !== undefined)
}
