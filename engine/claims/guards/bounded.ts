import { type Clearing, outside, ownClause, type Scene, spanOf } from '../scene.js'

/** N5: a partial or measured effect. An absolute word in the same clause takes the bound away. */
export function bounded(scene: Scene): Clearing | undefined {
  const { pack, claim } = scene
  const own = ownClause(scene)
  const inClause = ({ from }: { readonly from: number }): boolean => own.from <= from && from < own.to
  const absolute = pack.set('strength.absolute', 'modal.cannot')
  if (scene.sentence.occurrences.some((one) => absolute[one.concept] === 1 && inClause(one))) return undefined
  const bound = outside(scene, pack.set('bound.partial', 'bound.measured', 'relation.help'))
    .filter(inClause)
    .find(({ from }) => from < claim.coreTo + 8)
  return bound && { guard: 'N5', reason: 'bounded', by: spanOf(scene.sentence, bound) }
}
