import type { Passage } from './passage.js'

/** Who a document speaks for, as far as its own words tell. */
export interface Voice {
  /** It says "we" and "our" of the one who makes the claims. */
  readonly own: boolean
  /** Names that its title and first heading hold: the speaker's own organisation and product. */
  readonly ownNames: ReadonlySet<string>
  /** How much it speaks of limits, risks and doubts: from 0 (as most texts do) to 1 (as a critical report does). */
  readonly critical: number
}

const FIRST_PERSON = new Set(['we', 'our', 'us', 'ours'])
const ENOUGH = 3
const BLOCKS_READ = 80

export function voiceOf(passage: Passage): Voice {
  const { blocks } = passage.document
  let spoken = 0
  for (let block = 0; block < Math.min(blocks.length, BLOCKS_READ) && spoken < ENOUGH; block++) {
    for (const { tokens } of passage.sentences(block))
      spoken += tokens.filter(({ norm }) => FIRST_PERSON.has(norm)).length
  }
  return { own: spoken >= ENOUGH, ownNames: titleNames(passage), critical: criticalOf(passage) }
}

const DOUBTS = new Set(
  `however limitation limitations insufficient inadequate lack lacks lacking not cannot may might could unlikely challenge challenges
  difficult risk risks fail fails failed failure failures unclear unknown uncertain although though but yet problem problems only gap
  gaps nor hard harder impossible vulnerable misleading`.split(/\s+/),
)
/** Words of doubt per 1,000: promotional and regulatory texts have up to 25, cards and codes without an overclaim some 30, critical reports more. */
const USUAL = 25
const CRITICAL = 35
const LEAST_WORDS = 300

function criticalOf(passage: Passage): number {
  let words = 0
  let doubts = 0
  passage.document.blocks.forEach((_, block) => {
    for (const { tokens } of passage.sentences(block)) {
      words += tokens.length
      doubts += tokens.filter(({ norm }) => DOUBTS.has(norm)).length
    }
  })
  if (words < LEAST_WORDS) return 0
  return Math.min(1, Math.max(0, ((1000 * doubts) / words - USUAL) / (CRITICAL - USUAL)))
}

function titleNames(passage: Passage): ReadonlySet<string> {
  const { blocks } = passage.document
  const title = blocks.findIndex(({ kind }) => kind === 'heading')
  const tokens = title < 0 ? [] : passage.sentences(title).flatMap((sentence) => sentence.tokens)
  return new Set(tokens.filter(({ capital, norm }) => capital && norm.length > 2).map(({ norm }) => norm))
}
