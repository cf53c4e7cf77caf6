import type { Block } from '../../document/block.js'
import type { Clearing, Scene } from '../scene.js'

const DUTY_BEFORE_A_BREAK = /\b(must|shall|should|ought to|needs? to|aims? to|have to|has to)\b[^.!?]*$/i

/** A paragraph that a page break cut off from a duty: it begins in lower case, and the one before has no end. */
export function continuesDuty({ passage, claim, block, sentence }: Scene): Clearing | undefined {
  const [first] = sentence.tokens
  if (claim.sentence > 0 || block.kind !== 'paragraph' || first?.kind !== 'word' || first.capital) return undefined
  const before: Block | undefined = passage.document.blocks[claim.block - 1]
  if (before?.kind !== 'paragraph' || !DUTY_BEFORE_A_BREAK.test(before.text.trimEnd())) return undefined
  return { guard: 'N4', reason: 'the rest of a duty in the paragraph before', isFinal: true }
}

const AIMS = new Set(
  `aim aims goal goals objective objectives purpose expectation expectations requirement requirements task tasks challenge challenges
  ambition hope hopes ideal duty`.split(/\s+/),
)
const LINKS = new Set(['is', 'are', 'was', 'remains', 'remain', 'becomes'])
const REACH = 8

/** "Making a model safe is one of the goals": what a verbal noun names is called an aim, and not a fact. */
export function calledAnAim({ sentence: { tokens } }: Scene): Clearing | undefined {
  if (!/ing$/.test(tokens[0]?.norm ?? '')) return undefined
  const link = tokens.findIndex(({ norm }) => LINKS.has(norm))
  const said = link < 0 ? [] : tokens.slice(link + 1, link + 1 + REACH)
  if (said.some(({ norm }) => norm === 'not') || !said.some(({ norm }) => AIMS.has(norm))) return undefined
  return { guard: 'N4', reason: 'called an aim', isFinal: true }
}
