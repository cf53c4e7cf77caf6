import type { GuardId } from '../findings/finding.js'
import type { Claim } from './claim.js'
import { guards } from './guards/index.js'
import type { Clearing, Scene } from './scene.js'

/** What the judge holds of a claim: log-odds, and whether it doubts a frame or speaks without one. */
export interface Opinion {
  readonly score: number
  readonly kind: 'agrees' | 'doubts' | 'alone'
}

/** What became of a claim. */
export type Verdict =
  | {
      readonly kind: 'stands'
      readonly claim: Claim
      readonly also: readonly string[]
      /** Every pattern of any rule that was filled by these words: `rule claim 2`. */
      readonly patterns: readonly string[]
      readonly opinion?: Opinion
    }
  /** The first clearing is the one to tell; an example may name any of them. */
  | { readonly kind: 'cleared'; readonly claim: Claim; readonly clearings: readonly [Clearing, ...Clearing[]] }

/** Asks the guards about each claim of a sentence; of those that stand on the same words the fullest frame speaks. */
export function weigh(
  claims: readonly Claim[],
  sceneOf: (claim: Claim) => Scene,
  exempt: (rule: string) => readonly GuardId[],
): Verdict[] {
  const cleared: Verdict[] = []
  const standing: Claim[] = []
  for (const claim of claims) {
    const [first, ...others] = clearingsOf(sceneOf(claim), exempt(claim.rule))
    if (first) cleared.push({ kind: 'cleared', claim, clearings: [first, ...others] })
    else standing.push(claim)
  }
  return [...fullest(standing), ...cleared]
}

/** Every guard that clears a claim, save those from which its rule is exempt. */
export function clearingsOf(scene: Scene, exempt: readonly GuardId[]): Clearing[] {
  return (Object.keys(guards) as GuardId[]).flatMap((id) => (exempt.includes(id) ? [] : (guards[id](scene) ?? [])))
}

function fullest(standing: readonly Claim[]): Verdict[] {
  const ranked = [...standing].sort(byFullness)
  const kept: { claim: Claim; also: string[]; patterns: string[] }[] = []
  for (const claim of ranked) {
    const same = kept.find((one) => one.claim.from < claim.to && claim.from < one.claim.to)
    const pattern = `${claim.rule} ${claim.pattern}`
    same?.patterns.push(pattern)
    if (!same) kept.push({ claim, also: [], patterns: [pattern] })
    else if (same.claim.rule !== claim.rule && !same.also.includes(claim.rule)) same.also.push(claim.rule)
  }
  return kept.map((one) => ({ kind: 'stands', ...one }))
}

/** Fuller first; then the shorter, then by name, so that the outcome never depends on the order of files. */
const byFullness = (a: Claim, b: Claim): number =>
  b.fullness - a.fullness || a.to - a.from - (b.to - b.from) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
