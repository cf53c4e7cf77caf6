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

/** "Making a model safe is one of the goals", "The challenge of making a model safe is daunting": an aim by its name, and not a fact. */
export function calledAnAim({ sentence: { tokens } }: Scene): Clearing | undefined {
  return isCalledAnAim(tokens) || isAimOfDoing(tokens)
    ? { guard: 'N4', reason: 'called an aim', isFinal: true }
    : undefined
}

type Tokens = Scene['sentence']['tokens']

/** The sentence begins with a verbal noun, and its predicate is an aim. */
function isCalledAnAim(tokens: Tokens): boolean {
  if (!isVerbalNoun(tokens, 0)) return false
  const link = tokens.findIndex(({ norm }) => LINKS.has(norm))
  const said = link < 0 ? [] : tokens.slice(link + 1, link + 1 + REACH)
  return !said.some(({ norm }) => norm === 'not') && said.some(({ norm }) => AIMS.has(norm))
}

/** What an aim comes to when it is one no more: "The challenge of making models safe has been met". */
const REACHED = new Set(
  'met solved done over overcome achieved accomplished attained fulfilled complete completed finished won behind'.split(
    ' ',
  ),
)
const OPEN_TASKS = new Set([...AIMS, 'problem', 'question'])
const SUBJECT_BEGINS_WITHIN = 4

/** The subject is an aim of doing something, and nothing says that it was reached. */
function isAimOfDoing(tokens: Tokens): boolean {
  const of = tokens.findIndex(({ norm }, at) => norm === 'of' && OPEN_TASKS.has(tokens[at - 1]?.norm ?? ''))
  if (of < 1 || of > SUBJECT_BEGINS_WITHIN || !isVerbalNoun(tokens, of + 1)) return false
  return !tokens.some(({ norm }) => REACHED.has(norm))
}

const isVerbalNoun = (tokens: Tokens, at: number): boolean => /.ing$/.test(tokens[at]?.norm ?? '')
