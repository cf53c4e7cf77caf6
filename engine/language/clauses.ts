import type { Token } from './tokens.js'

export type ClauseKind =
  | 'main'
  | 'condition'
  | 'complement'
  | 'relative'
  | 'reason'
  | 'contrast'
  | 'purpose'
  | 'coordinate'
  | 'aside'

/** A stretch of a sentence with one predicate, as near as closed-class words and marks can tell. Token numbers. */
export interface Clause {
  readonly from: number
  readonly to: number
  readonly kind: ClauseKind
}

const CONDITION = new Set(['if', 'unless', 'whether', 'until', 'suppose', 'supposing', 'assuming', 'provided', 'lest'])
const REASON = new Set(['because', 'since', 'so', 'therefore', 'hence', 'thus', 'thereby', 'consequently', 'as'])
const CONTRAST = new Set([
  'but',
  'although',
  'though',
  'while',
  'whereas',
  'yet',
  'however',
  'despite',
  'except',
  'nor',
])
const RELATIVE = new Set(['which', 'who', 'whom', 'whose', 'where'])
const TIME = new Set(['when', 'whenever', 'once', 'after', 'before'])
const SUBJECTS = new Set(
  'it we they this that these those he she you i there nothing nobody none everything everyone its their our'.split(
    ' ',
  ),
)
const BREAKS: Readonly<Record<string, ClauseKind>> = {
  ';': 'main',
  // What stands before a colon names what is said behind it; after a bracket the clause before it goes on.
  ':': 'aside',
  '—': 'aside',
  '(': 'aside',
  ')': 'aside',
  '|': 'main',
}
/** Verbs of saying and thinking after which "that", or nothing, opens what is said. */
const OPENS_COMPLEMENT = new Set(
  `say says said claim claims claimed think thinks thought believe believes believed mean means meant show shows showed
  shown prove proves proved proven confirm confirms confirmed demonstrate demonstrates demonstrated know knows knew suggest
  suggests suggested guarantee guarantees guaranteed assume assumes assumed argue argues argued true sure certain evidence reason proof
  doubt idea claim belief assurance guarantee fact view conclusion conclude concludes concluded find finds found maintain maintains
  maintained insist insists insisted assert asserts asserted told tells promise promises promised ensure ensures
  establish establishes established imply implies implied hope hopes hoped case contend contends contended hold holds held infer infers
  inferred accept accepts accepted state states stated report reports reported warn warns warned agree agrees agreed concede concedes
  conceded feel feels felt suppose imagine follow follows followed untrue false wrong mistake notion suggestion assertion argument premise myth clear obvious
  proud pleased unlikely likely possible impossible`.split(/\s+/),
)

export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let kind: ClauseKind = 'main'
  const close = (to: number, next: ClauseKind, skip = 0): void => {
    if (to > from) clauses.push({ from, to, kind })
    from = to + skip
    kind = next
  }
  let fronted = frontedClause(tokens)
  if (fronted) kind = fronted
  for (let at = 0; at < tokens.length; at++) {
    const opening = openingAt(tokens, at) ?? (fronted && tokens[at]?.norm === ',' ? 'main' : undefined)
    if (!opening) continue
    if (tokens[at]?.norm === ',') fronted = undefined
    if (at === from) kind = opening
    else close(at, opening, tokens[at]?.kind === 'mark' ? 1 : 0)
  }
  close(tokens.length, 'main')
  return clauses
}

/** A clause that stands before the main one and ends with the first comma: "Since users are adults, the checks ...". */
function frontedClause(tokens: readonly Token[]): ClauseKind | undefined {
  const first = tokens[0]?.norm ?? ''
  if (CONDITION.has(first) || first === 'should' || (first === 'where' && tokens[1]?.norm !== 'is')) return 'condition'
  if (first === 'were' || (first === 'had' && tokens[1]?.kind === 'word')) return 'condition'
  if (first === 'since' || first === 'because' || first === 'as' || first === 'given') return 'reason'
  if (first === 'although' || first === 'though' || first === 'while' || first === 'whereas') return 'contrast'
  return TIME.has(first) ? 'coordinate' : undefined
}

function openingAt(tokens: readonly Token[], at: number): ClauseKind | undefined {
  const { norm, kind } = tokens[at] as Token
  if (kind === 'mark') return norm === ',' ? afterComma(tokens, at) : BREAKS[norm]
  if (CONDITION.has(norm)) return 'condition'
  if (norm === 'because') return 'reason'
  if (norm === 'so' && tokens[at + 1]?.norm === 'that') return 'purpose'
  if (norm === 'even' && ['when', 'if', 'though'].includes(tokens[at + 1]?.norm ?? '')) return 'contrast'
  if (CONTRAST.has(norm) && norm !== 'yet' && norm !== 'nor') return 'contrast'
  if (RELATIVE.has(norm) && at > 0) return 'relative'
  if (norm === 'that' && OPENS_COMPLEMENT.has(tokens[at - 1]?.norm ?? '')) return 'complement'
  if (norm === 'that' && at > 0 && isRelativeThat(tokens, at)) return 'relative'
  if (norm === 'and' && coordinates(tokens, at)) return 'coordinate'
  return undefined
}

/** A comma opens a clause when a conjunction, a subject or a participle follows that can carry one. */
function afterComma(tokens: readonly Token[], at: number): ClauseKind | undefined {
  const next = tokens[at + 1]?.norm ?? ''
  if (CONDITION.has(next)) return 'condition'
  if (REASON.has(next)) return next === 'so' && tokens[at + 2]?.norm === 'that' ? 'purpose' : 'reason'
  if (CONTRAST.has(next)) return 'contrast'
  if (RELATIVE.has(next)) return 'relative'
  if (TIME.has(next)) return 'coordinate'
  const thatIs = next === 'i' && tokens[at + 2]?.norm === '.'
  if ((SUBJECTS.has(next) && !thatIs) || isParticiple(next)) return 'coordinate'
  const conjunction = next === 'and' || next === 'or'
  return conjunction && (coordinates(tokens, at + 1) || hasVerbSoon(tokens, at + 2)) ? 'coordinate' : undefined
}

/** ", ensuring that ..." begins to state something of its own. */
const isParticiple = (norm: string): boolean => norm.length > 5 && norm.endsWith('ing') && !NOUNS_IN_ING.has(norm)

const NOUNS_IN_ING = new Set(
  'testing training tuning filtering monitoring unlearning nothing anything everything something during including according morning evening being'.split(
    ' ',
  ),
)

const coordinates = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.norm ?? ''
  return SUBJECTS.has(next) || REASON.has(next)
}

const AUXILIARIES = new Set(
  'is are was were be been has have had do does did can could will would shall should may might must'.split(' '),
)

export const isAuxiliary = (norm: string): boolean => AUXILIARIES.has(norm)

const hasVerbSoon = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at, at + 5).some(({ norm }) => isAuxiliary(norm))

const isRelativeThat = (tokens: readonly Token[], at: number): boolean =>
  isAuxiliary(tokens[at + 1]?.norm ?? '') && !isAuxiliary(tokens[at - 1]?.norm ?? '')

/** The number of the clause that holds a token; a mark between clauses belongs to the one before it. */
export function clauseOf(clauses: readonly Clause[], token: number): number {
  let at = clauses.length - 1
  while (at > 0 && (clauses[at] as Clause).from > token) at--
  return at
}
