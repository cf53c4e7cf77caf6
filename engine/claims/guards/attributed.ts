import type { Occurrence } from '../../language/matcher.js'
import type { Sentence } from '../../language/sentence.js'
import { anyOf } from '../prepare.js'
import { type Clearing, governsUpTo, opensWhatIsSaid, outside, type Scene, spanOf, wordAt } from '../scene.js'

/** N2: somebody else says it and the document does not make it its own, or it is disputed at once. */
export function attributed(scene: Scene): Clearing | undefined {
  return reported(scene) ?? accordingTo(scene) ?? refutedNext(scene) ?? underOpponent(scene)
}

const OWN = new Set(['we', 'our', 'i', 'my', 'us'])
/** The author's own bodies: what they judge, the document holds. */
const OWN_BODIES = new Set(
  'board committee management council panel government ministry department bidder tenderer group company organization lab team'.split(
    ' ',
  ),
)
const JUDGES =
  /^(consider|regard|conclude|conclud|find|view|rate|judge|judg|deem|determin|see|treat|state|confirm|believe)/

function reported(scene: Scene): Clearing | undefined {
  const verb = outside(scene, scene.pack.set('report.verb')).find((one) => isVerb(scene, one) && governs(scene, one))
  if (!verb) return undefined
  const by = spanOf(scene.sentence, verb)
  return isMereSaying(scene, verb)
    ? { guard: 'N2', reason: 'said by others', by, isFinal: true }
    : { guard: 'N2', reason: 'reported of others', by }
}

/** Verbs that lend what is said no support; "an audit found that ..." is often the author's own ground. */
const SAYING =
  /^(say|said|claim|argu|contend|insist|maintain|believ|think|thought|assert|alleg|promis|hold|held|suppos|imagin|boast|tell|told|declar|hope|suggest)/

const isMereSaying = (scene: Scene, verb: Occurrence): boolean =>
  verb.from < scene.claim.coreFrom && opensWhatIsSaid(scene, verb.from) && SAYING.test(wordAt(scene, verb.to - 1))

const BEFORE_A_NOUN = new Set(
  'a an the its their our his her this that these those no any some each every my your of in by with from for own'.split(
    ' ',
  ),
)
const ALSO_NOUNS =
  /^(report|reply|replies|answer|claim|view|state|promise|pitch|quote|study|market|bill|present|regard|respond|response|estimate|brand|submit|hope|treat|repeat|cite|announcement|argue|write)s?$/

/** "Its report" and "a favourable reply" are nouns. */
function isVerb(scene: Scene, { from }: Occurrence): boolean {
  if (!ALSO_NOUNS.test(wordAt(scene, from))) return true
  return !BEFORE_A_NOUN.has(wordAt(scene, from - 1)) && !BEFORE_A_NOUN.has(wordAt(scene, from - 2))
}

/** The verb has a speaker who is not the author, and the claim is what is said. */
function governs(scene: Scene, verb: Occurrence): boolean {
  const { claim } = scene
  if (verb.from < claim.coreFrom)
    return governsUpTo(scene, verb.from) && hasOther(scene, verb, speakerBefore(scene, verb.from))
  const tail = scene.sentence.tokens.slice(claim.coreTo, verb.from).map(({ norm }) => norm)
  return tail.includes(',') && hasOther(scene, verb, tail.slice(tail.lastIndexOf(',') + 1))
}

function speakerBefore({ sentence }: Scene, verb: number): string[] {
  const before = sentence.tokens.slice(Math.max(0, verb - 9), verb).filter(({ norm }) => norm !== ')')
  const marks = before.map(({ kind, norm }) => kind === 'mark' && norm !== '(').lastIndexOf(true)
  return before.slice(marks + 1).map(({ norm }) => norm)
}

function hasOther(scene: Scene, verb: Occurrence, speaker: readonly string[]): boolean {
  if (speaker.length === 0 || isEvidence(scene, verb)) return false
  if (speaker.some((word) => OWN.has(word) || (scene.voice.own && scene.voice.ownNames.has(word)))) return false
  return !(JUDGES.test(wordAt(scene, verb.from)) && speaker.some((word) => OWN_BODIES.has(word)))
}

/** A score or a probe that "tells us" something is evidence offered, not somebody who speaks. */
function isEvidence({ sentence, pack }: Scene, verb: Occurrence): boolean {
  const evidence = pack.set('benchmark', 'evaluation', 'interpretability')
  return sentence.occurrences.some(
    ({ concept, from, to }) => evidence[concept] === 1 && to <= verb.from && verb.from - to <= 2 && to > from,
  )
}

function accordingTo(scene: Scene): Clearing | undefined {
  const found = outside(scene, scene.pack.set('report.according')).find((one) => !isOwnThought(scene, one))
  return found && { guard: 'N2', reason: 'according to others', by: spanOf(scene.sentence, found), isFinal: true }
}

/** "We like to think" and "according to our tests" are the author's own. */
const isOwnThought = (scene: Scene, { from, to }: Occurrence): boolean =>
  [from - 2, from - 1, to, to + 1].some((at) => OWN.has(wordAt(scene, at)))

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

const OPPONENT = /\b(myths?|objections?|misconceptions?|counter-?arguments?|what they say|sales pitch|fallac(y|ies))\b/i

/** A heading, table header or bold lead that presents what others hold. */
function underOpponent({ passage, claim }: Scene): Clearing | undefined {
  const above = [passage.headings(claim.block).at(-1), ...passage.headerCells(claim.block)]
  const opponent = above.some((at) => at !== undefined && OPPONENT.test(passage.document.blocks[at]?.text ?? ''))
  return opponent ? { guard: 'N2', reason: 'presented under a heading as what others say', isFinal: true } : undefined
}
