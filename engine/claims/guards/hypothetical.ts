import { type Clearing, ownClause, type Scene, wordAt } from '../scene.js'

/** N3: a question, a condition, a thing merely supposed. */
export function hypothetical(scene: Scene): Clearing | undefined {
  if (isQuestion(scene)) return { guard: 'N3', reason: 'a question' }
  if (ownClause(scene).kind === 'condition') return { guard: 'N3', reason: 'a condition' }
  return isSupposed(scene) || isImagined(scene) ? { guard: 'N3', reason: 'supposed' } : undefined
}

const IMAGINE = new Set(['imagine', 'suppose', 'picture', 'consider', 'assume', 'pretend', 'say'])

/** A story that the block has opened: "Imagine that it is 2034. Every home has an assistant." */
function isImagined({ passage, claim }: Scene): boolean {
  const [first] = passage.sentences(claim.block)
  const [word, next] = first?.tokens ?? []
  return IMAGINE.has(word?.norm ?? '') && ['that', 'a', 'an', 'the', 'it', 'you', 'for', 'we'].includes(next?.norm ?? '')
}

function isQuestion({ sentence: { tokens } }: Scene): boolean {
  const closing = tokens.slice(-3).map(({ norm }) => norm)
  return closing.includes('?')
}

const SUPPOSED = new Set(['would', 'could', 'might'])

/** "would make" in the claim's own clause, before or inside it, and not as part of the claim ("could never be broken"). */
function isSupposed(scene: Scene): boolean {
  const { claim } = scene
  const { from } = ownClause(scene)
  for (let at = from; at < claim.coreTo; at++) {
    if (!SUPPOSED.has(wordAt(scene, at))) continue
    const part = claim.fillers.some(({ before, occurrence }) => !before && occurrence.from <= at && at < occurrence.to)
    if (!part) return true
  }
  return false
}
