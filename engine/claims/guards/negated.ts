import { isAuxiliary } from '../../language/clauses.js'
import type { Occurrence } from '../../language/matcher.js'
import { type Clearing, outside, ownClause, type Scene, spanOf, wordAt } from '../scene.js'

/** N1: what the claim says is denied. A negator that is part of the claim ("cannot be undone") denies nothing. */
export function negated(scene: Scene): Clearing | undefined {
  const onlyLooks = scene.pack.set('negation.false')
  const looks = scene.sentence.occurrences.filter(({ concept }) => onlyLooks[concept] === 1)
  const negator = outside(scene, scene.pack.set('negation.word'))
    .filter((one) => !looks.some(({ from, to }) => from <= one.from && one.to <= to))
    .find((one) => denies(scene, one))
  return negator && { guard: 'N1', reason: 'denied', by: spanOf(scene.sentence, negator) }
}

function denies(scene: Scene, negator: Occurrence): boolean {
  const own = ownClause(scene)
  const inOwn = own.from <= negator.from && negator.from < own.to
  if (inOwn) return negator.from < scene.claim.coreTo ? reaches(scene, negator) : deniesBehind(scene, negator)
  return negator.from < own.from && own.kind === 'complement' && isNextOut(scene, negator)
}

/** "without" and "no" before a noun of their own deny that noun only when the claim's core comes right behind. */
function reaches(scene: Scene, negator: Occurrence): boolean {
  const word = wordAt(scene, negator.from)
  const gap = scene.claim.coreFrom - negator.to
  if (word === 'without' || word === 'no') return gap <= 4 || scene.claim.from >= negator.to
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
