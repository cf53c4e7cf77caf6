import { hashText, join } from '../../language/hash.js'
import type { Sentence } from '../../language/sentence.js'
import { conceptHashes, conceptName } from './concept-names.js'
import { type FeatureSink, nameless } from './seen.js'

const UNDER = hashText('scope')
const CLAUSE = hashText('clause')
const CHAIN = hashText('clauses')
const QUESTION = hashText('?')

const DENIES = new Set('not no never none nothing nobody neither nor without cannot hardly little few'.split(' '))
const DEMANDS = new Set(
  `must shall should need needs ought aim aims aimed seek seeks intend intends intended designed hope hopes want goal require requires
  required try tries trying`.split(/\s+/),
)
const SUPPOSES = new Set('may might could can would'.split(' '))

/** What holds for the words behind it in a clause: flags, since several may hold. */
const [DENIED, DEMANDED, SUPPOSED] = [1, 2, 4] as const
const FLAG_NAMES = [
  '',
  'denied',
  'demanded',
  'denied demanded',
  'supposed',
  'denied supposed',
  'demanded supposed',
  'all three',
]

/** Each concept with what it stands under (a denial, a duty, a mere possibility), with the kind of its clause, and in a question. */
export function scopeRows(sentence: Sentence, names: readonly string[], sink: FeatureSink): void {
  const hashes = conceptHashes(names)
  const { flags, clauseAt, chain } = scopesOf(sentence)
  const asked = sentence.tokens.at(-1)?.norm === '?'
  const added = new Set<number>()
  const addOnce = (hash: number, name: () => string): void => {
    if (added.has(hash)) return
    added.add(hash)
    sink.add(hash, sink.named ? name : nameless)
  }
  for (const { concept, from } of sentence.occurrences) {
    const hash = hashes[concept] as number
    const flag = flags[from] ?? 0
    const kind = clauseAt[from] ?? 'main'
    const name = (said: string) => () => `[${conceptName(names, concept)}] ${said}`
    addOnce(join(UNDER, join(hash, flag)), name(FLAG_NAMES[flag] || 'stated'))
    if (kind !== 'main') addOnce(join(CLAUSE, join(hash, hashText(kind))), name(`in a clause of ${kind}`))
    if (asked) addOnce(join(CLAUSE, join(hash, QUESTION)), name('in a question'))
  }
  addOnce(join(CHAIN, hashText(chain.join(' '))), () => `clauses: ${chain.join(' ')}`)
  for (let at = 1; at < chain.length; at++) {
    const pair = `${chain[at - 1]} ${chain[at]}`
    addOnce(join(CHAIN, join(CHAIN, hashText(pair))), () => `clauses: … ${pair} …`)
  }
}

function scopesOf({ tokens, clauses }: Sentence) {
  const flags: number[] = []
  const clauseAt: string[] = []
  const chain: string[] = []
  for (const { from, to, kind } of clauses) {
    let flag = 0
    for (let at = from; at < to; at++) {
      const norm = tokens[at]?.norm ?? ''
      flags[at] = flag
      clauseAt[at] = kind
      if (DENIES.has(norm)) flag |= DENIED
      if (DEMANDS.has(norm)) flag |= DEMANDED
      if (SUPPOSES.has(norm)) flag |= SUPPOSED
    }
    chain.push(`${kind}${flags[Math.max(from, to - 1)] ?? 0}`)
  }
  return { flags, clauseAt, chain }
}
