import type { Clearing } from '../claims/scene.js'
import type { Verdict } from '../claims/weigh.js'
import type { Block } from '../document/block.js'
import type { Evidence } from './balance.js'

/** What is known of a sentence besides the document around it. `clearings` are those of its loudest words taken as a claim, `length` its tokens. */
export function evidenceOn(
  score: number,
  verdicts: readonly Verdict[],
  clearings: readonly Clearing[],
  block: Block,
  length: number,
): readonly Evidence[] {
  const found = [
    { name: 'judge', value: score },
    { name: 'judge, when sure', value: Math.max(0, score) },
    ...ofFrames(verdicts, length),
    ...ofGuards(verdicts),
    ...clearings.map(({ guard, reason }) => flag(`sentence ${guard}: ${reason}`)),
    flag(`block: ${block.kind}`),
  ]
  return block.quoted ? [...found, flag('block quoted')] : found
}

const flag = (name: string): Evidence => ({ name, value: 1 })

/** The share of a sentence's tokens from which on a frame is all that it says: "The model is safe." */
const FILLS = 0.7

function ofFrames(verdicts: readonly Verdict[], length: number): readonly Evidence[] {
  const standing = verdicts.filter(({ kind }) => kind === 'stands').map(({ claim }) => claim)
  const [first] = standing
  if (!first) return []
  const fullness = { name: 'frame fullness', value: Math.max(...standing.map((claim) => claim.fullness)) }
  const idiom = first.pattern.startsWith('phrase') ? [flag('idiom')] : []
  const fills = standing.some(({ from, to }) => to - from >= FILLS * length) ? [flag('frame fills the sentence')] : []
  return [flag('frame'), fullness, ...fills, ...idiom]
}

function ofGuards(verdicts: readonly Verdict[]): readonly Evidence[] {
  const guards = verdicts.flatMap((one) => (one.kind === 'cleared' ? one.clearings.map(({ guard }) => guard) : []))
  return [...new Set(guards)].map((guard) => flag(`frame cleared by ${guard}`))
}
