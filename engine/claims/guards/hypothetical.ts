import { type Clearing, ownClause, type Scene, wordAt } from '../scene.js'

/** N3: a question, a condition, a thing merely supposed. */
export function hypothetical(scene: Scene): Clearing | undefined {
  if (isQuestion(scene)) return { guard: 'N3', reason: 'a question' }
  if (isCondition(scene) || followsFromIf(scene)) return { guard: 'N3', reason: 'a condition' }
  return isSupposed(scene) || isImagined(scene) ? { guard: 'N3', reason: 'supposed' } : undefined
}

const IMAGINE = new Set(['imagine', 'suppose', 'picture', 'consider', 'assume', 'pretend', 'say'])

/** A story that the block has opened: "Imagine that it is 2034. Every home has an assistant." */
function isImagined({ passage, claim }: Scene): boolean {
  const [first] = passage.sentences(claim.block)
  const [word, next] = first?.tokens ?? []
  return (
    IMAGINE.has(word?.norm ?? '') && ['that', 'a', 'an', 'the', 'it', 'you', 'for', 'we'].includes(next?.norm ?? '')
  )
}

/** A condition, and what stands inside one: "if there is a guarantee that ...". */
function isCondition({ sentence: { clauses }, claim }: Scene): boolean {
  const own = clauses.findIndex(({ from, to }) => from <= claim.coreFrom && claim.coreFrom < to)
  const kinds = clauses.slice(0, own + 1).map(({ kind }) => kind)
  let at = own
  while (at > 0 && (kinds[at] === 'complement' || kinds[at] === 'relative')) at--
  return kinds[at] === 'condition'
}

const FUTURE = new Set(['will', 'would', 'could', 'might', 'may'])

/** "If the bias is nuanced enough, it will make the model safe": what would follow is as little stated as the condition. */
function followsFromIf({ sentence: { clauses, tokens }, claim }: Scene): boolean {
  if (!['if', 'unless', 'suppose', 'assuming', 'provided'].includes(tokens[0]?.norm ?? '')) return false
  const own = clauses.find(({ from, to }) => from <= claim.coreFrom && claim.coreFrom < to)
  return own !== undefined && tokens.slice(own.from, claim.coreTo).some(({ norm }) => FUTURE.has(norm))
}

function isQuestion({ sentence: { tokens } }: Scene): boolean {
  const closing = tokens.slice(-3).map(({ norm }) => norm)
  return closing.includes('?')
}

/** "I would say" states, and a "would" behind "that" belongs to the noun before it. */
const SPEAKS = new Set(['say', 'argue', 'add', 'call', 'like', 'rather'])
const RELATIVE = new Set(['that', 'which', 'who'])
const SUPPOSED = new Set(['would', 'could', 'might'])

/** "would make" in the claim's own clause, before or inside it, and not as part of the claim ("could never be broken"). */
function isSupposed(scene: Scene): boolean {
  const { claim } = scene
  const { from } = ownClause(scene)
  for (let at = from; at < claim.coreTo; at++) {
    if (!SUPPOSED.has(wordAt(scene, at)) || SPEAKS.has(wordAt(scene, at + 1)) || RELATIVE.has(wordAt(scene, at - 1)))
      continue
    const part = claim.fillers.some(({ before, occurrence }) => !before && occurrence.from <= at && at < occurrence.to)
    if (!part) return true
  }
  return false
}
