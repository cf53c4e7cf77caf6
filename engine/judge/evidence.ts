import type { Clearing } from '../claims/scene.js'
import type { Verdict } from '../claims/weigh.js'
import type { Block } from '../document/block.js'
import type { Evidence } from './balance.js'

/** What is known of a sentence besides the document around it. `clearings` are those of the sentence taken as one claim. */
export function evidenceOn(
  score: number,
  verdicts: readonly Verdict[],
  clearings: readonly Clearing[],
  block: Block,
): readonly Evidence[] {
  const found = [
    { name: 'judge', value: score },
    { name: 'judge, when sure', value: Math.max(0, score) },
    ...ofFrames(verdicts),
    ...ofGuards(verdicts),
    ...clearings.map(({ guard, reason }) => flag(`sentence ${guard}: ${reason}`)),
    flag(`block: ${block.kind}`),
  ]
  return block.quoted ? [...found, flag('block quoted')] : found
}

const flag = (name: string): Evidence => ({ name, value: 1 })

function ofFrames(verdicts: readonly Verdict[]): readonly Evidence[] {
  const standing = verdicts.filter(({ kind }) => kind === 'stands').map(({ claim }) => claim)
  const [first] = standing
  if (!first) return []
  const fullness = { name: 'frame fullness', value: Math.max(...standing.map((claim) => claim.fullness)) }
  return first.pattern.startsWith('phrase') ? [flag('frame'), fullness, flag('idiom')] : [flag('frame'), fullness]
}

function ofGuards(verdicts: readonly Verdict[]): readonly Evidence[] {
  const guards = verdicts.flatMap((one) => (one.kind === 'cleared' ? one.clearings.map(({ guard }) => guard) : []))
  return [...new Set(guards)].map((guard) => flag(`frame cleared by ${guard}`))
}
