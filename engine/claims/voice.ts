import type { Passage } from './passage.js'

/** Who a document speaks for, as far as its own words tell. */
export interface Voice {
  /** It says "we" and "our" of the one who makes the claims. */
  readonly own: boolean
  /** Names that its title and first heading hold: the speaker's own organisation and product. */
  readonly ownNames: ReadonlySet<string>
}

const FIRST_PERSON = new Set(['we', 'our', 'us', 'ours'])
const ENOUGH = 3
const BLOCKS_READ = 80

export function voiceOf(passage: Passage): Voice {
  const { blocks } = passage.document
  let spoken = 0
  for (let block = 0; block < Math.min(blocks.length, BLOCKS_READ) && spoken < ENOUGH; block++) {
    for (const { tokens } of passage.sentences(block)) spoken += tokens.filter(({ norm }) => FIRST_PERSON.has(norm)).length
  }
  return { own: spoken >= ENOUGH, ownNames: titleNames(passage) }
}

function titleNames(passage: Passage): ReadonlySet<string> {
  const { blocks } = passage.document
  const title = blocks.findIndex(({ kind }) => kind === 'heading')
  const tokens = title < 0 ? [] : passage.sentences(title).flatMap((sentence) => sentence.tokens)
  return new Set(tokens.filter(({ capital, norm }) => capital && norm.length > 2).map(({ norm }) => norm))
}
