import { clauseOf, isAuxiliary } from '../../language/clauses.js'
import type { Occurrence } from '../../language/matcher.js'
import {
  type Clearing,
  governsUpTo,
  opensWhatIsSaid,
  outside,
  ownClause,
  type Scene,
  spanOf,
  wordAt,
} from '../scene.js'

/** N1: what the claim says is denied. A negator that is part of the claim ("cannot be undone") denies nothing. */
export function negated(scene: Scene): Clearing | undefined {
  const onlyLooks = scene.pack.set('negation.false')
  const looks = scene.sentence.occurrences.filter(({ concept }) => onlyLooks[concept] === 1)
  const negator = outside(scene, scene.pack.set('negation.word'))
    .filter((one) => !looks.some(({ from, to }) => from <= one.from && one.to <= to))
    .find((one) => denies(scene, one))
  if (!negator) return undefined
  const by = spanOf(scene.sentence, negator)
  return governs(scene, negator)
    ? { guard: 'N1', reason: 'denied in the clause that governs it', by, isFinal: true }
    : { guard: 'N1', reason: 'denied', by }
}

/** Denied, these affirm what follows: "nobody doubts that", "it is no accident that". */
const AFFIRMS_WHEN_DENIED =
  /^(doubt|dispute|deny|denie|disput|contest|question|disagree|forget|ignor|surpris|coincidence|accident|secret|wonder|mystery|exaggerat|overstat|hyperbole|hesitat|shy|long|only|just|merely|simply|until|less)/

/** "It is not the case that ...", "nobody would say that ...": the claim itself is what is denied. */
function governs(scene: Scene, negator: Occurrence): boolean {
  if (!opensWhatIsSaid(scene, negator.from) || !governsUpTo(scene, negator.from)) return false
  const { clauses, tokens } = scene.sentence
  const said = clauses[clauseOf(clauses, negator.from) + 1]?.from ?? 0
  if (said > scene.claim.coreFrom) return false
  return !tokens.slice(negator.from, said).some(({ norm }) => AFFIRMS_WHEN_DENIED.test(norm))
}

function denies(scene: Scene, negator: Occurrence): boolean {
  const own = ownClause(scene)
  const inOwn = own.from <= negator.from && negator.from < own.to
  if (!inOwn && governs(scene, negator)) return true
  if (inOwn) return negator.from < scene.claim.coreTo ? reaches(scene, negator) : deniesBehind(scene, negator)
  if (negator.from >= own.from) return false
  if (opensSentence(scene, negator)) return true
  return (
    (own.kind === 'complement' && isNextOut(scene, negator)) || (own.kind === 'relative' && deniesHead(scene, negator))
  )
}

const SUBJECT_DENIERS = new Set(['no', 'none', 'neither', 'nobody', 'nothing'])

/** "No safeguard, however old, can ...": the denied subject of the sentence, with only asides between it and the claim. */
function opensSentence({ sentence: { clauses, tokens }, claim }: Scene, { from }: Occurrence): boolean {
  if (from > 0 || !SUBJECT_DENIERS.has(tokens[from]?.norm ?? '')) return false
  const between = clauses.filter((clause) => clause.from > 0 && clause.from <= claim.coreFrom)
  return between.every(
    ({ kind, from: at }) => kind === 'relative' || kind === 'aside' || tokens[at]?.norm === 'however',
  )
}

const DENIES_A_NOUN = new Set(['no', 'not', 'never', 'none', 'without'])

/** "There is no assistant that cannot be misused": the noun of a relative clause is denied in the clause before it. */
function deniesHead({ sentence: { clauses, tokens }, claim }: Scene, { from }: Occurrence): boolean {
  const own = clauses.findIndex((clause) => clause.from <= claim.coreFrom && claim.coreFrom < clause.to)
  const before = clauses[own - 1]
  return before !== undefined && before.from <= from && from < before.to && DENIES_A_NOUN.has(tokens[from]?.norm ?? '')
}

/** "without" and "no" before a noun of their own deny that noun only when the claim's core comes right behind. */
function reaches(scene: Scene, negator: Occurrence): boolean {
  const word = wordAt(scene, negator.from)
  const gap = scene.claim.coreFrom - negator.to
  if (word === 'without') return gap <= 4
  if (word === 'no') return gap <= 4 || scene.claim.from >= negator.to
  return true
}

/** "Making the model safe is not possible": behind the claim only a negated auxiliary of the same clause denies it. */
function deniesBehind(scene: Scene, { from }: Occurrence): boolean {
  if (!isAuxiliary(wordAt(scene, from - 1)) && !isAuxiliary(wordAt(scene, from))) return false
  const between = scene.sentence.tokens.slice(scene.claim.coreTo, from).map(({ norm }) => norm)
  return !between.some((norm) => norm === 'and' || norm === 'or' || norm === ',')
}

/** The negator stands in the clause that governs the claim's: "There is no reason to think that ...". */
function isNextOut({ sentence: { clauses } }: Scene, negator: Occurrence): boolean {
  return clauses.some(
    ({ from, to }, at) => from <= negator.from && negator.from < to && clauses[at + 1]?.kind === 'complement',
  )
}
