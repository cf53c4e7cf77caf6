import type { Occurrence } from '../../language/matcher.js'
import type { Sentence } from '../../language/sentence.js'
import { anyOf } from '../prepare.js'
import { type Clearing, outside, type Scene, spanOf, wordAt } from '../scene.js'

/** N2: somebody else says it and the document does not make it its own, or it is disputed at once. */
export function attributed(scene: Scene): Clearing | undefined {
  return (
    reported(scene) ?? accordingTo(scene) ?? refutedNext(scene) ?? underOpponent(scene)
  )
}

const OWN = new Set(['we', 'our', 'i', 'my', 'us'])

function reported(scene: Scene): Clearing | undefined {
  const verb = outside(scene, scene.pack.set('report.verb')).find((one) => governs(scene, one))
  return verb && { guard: 'N2', reason: 'reported of others', by: spanOf(scene.sentence, verb) }
}

/** The verb has a speaker who is not the author, and the claim is what is said. */
function governs(scene: Scene, verb: Occurrence): boolean {
  const { claim } = scene
  if (verb.from < claim.coreFrom) return hasOther(scene, speakerBefore(scene, verb.from))
  const tail = scene.sentence.tokens.slice(claim.coreTo, verb.from).map(({ norm }) => norm)
  return tail.includes(',') && hasOther(scene, tail.slice(tail.lastIndexOf(',') + 1))
}

function speakerBefore({ sentence }: Scene, verb: number): string[] {
  const before = sentence.tokens.slice(Math.max(0, verb - 8), verb)
  const marks = before.map(({ kind }) => kind === 'mark').lastIndexOf(true)
  return before.slice(marks + 1).map(({ norm }) => norm)
}

function hasOther({ voice }: Scene, speaker: readonly string[]): boolean {
  if (speaker.length === 0) return false
  return !speaker.some((word) => OWN.has(word) || (voice.own && voice.ownNames.has(word)))
}

function accordingTo(scene: Scene): Clearing | undefined {
  const found = outside(scene, scene.pack.set('report.according'))[0]
  if (!found || OWN.has(wordAt(scene, found.to))) return undefined
  return { guard: 'N2', reason: 'according to others', by: spanOf(scene.sentence, found) }
}

const SHORT = 7

/** "It has not." "That is wrong." The sentence behind takes the claim back. */
function refutedNext(scene: Scene): Clearing | undefined {
  const { next, pack } = scene
  if (!next) return undefined
  const refutes = anyOf(next.occurrences, pack.set('refutation.phrase'))
  const early = refutes && refutes.from < 10
  if (!early && !isShortDenial(next, scene)) return undefined
  return { guard: 'N2', reason: 'taken back in the next sentence', by: next.span }
}

function isShortDenial({ tokens, occurrences }: Sentence, { pack }: Scene): boolean {
  if (tokens.length > SHORT || !['it', 'they', 'that', 'this', 'not'].includes(tokens[0]?.norm ?? '')) return false
  return anyOf(occurrences, pack.set('negation.word')) !== undefined
}

const OPPONENT = /\b(myths?|objections?|claims?|misconceptions?|counter-?arguments?|what they say|sales pitch|fallac(y|ies))\b/i

/** A heading, table header or bold lead that presents what others hold. */
function underOpponent({ passage, claim }: Scene): Clearing | undefined {
  const above = [passage.headings(claim.block).at(-1), ...passage.headerCells(claim.block)]
  const opponent = above.some((at) => at !== undefined && OPPONENT.test(passage.document.blocks[at]?.text ?? ''))
  return opponent ? { guard: 'N2', reason: 'presented under a heading as what others say' } : undefined
}
