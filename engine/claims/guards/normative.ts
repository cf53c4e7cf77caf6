import { isAuxiliary } from '../../language/clauses.js'
import { type Clearing, outside, ownClause, type Scene, spanOf, wordAt } from '../scene.js'
import { calledAnAim, continuesDuty } from './set-as-aim.js'

/** N4: an aim, a duty or a recommendation, not a statement of fact. */
export function normative(scene: Scene): Clearing | undefined {
  return (
    continuesDuty(scene) ??
    calledAnAim(scene) ??
    duty(scene) ??
    aim(scene) ??
    purpose(scene) ??
    order(scene) ??
    underDuty(scene)
  )
}

const DUTY_REACH = 14

/** A duty in the claim's clause, or in the one that governs it: "shall ensure that an operator can stop it". */
function duty(scene: Scene): Clearing | undefined {
  const { claim, sentence } = scene
  const own = ownClause(scene)
  const floor =
    own.kind === 'complement' || own.kind === 'relative' ? Math.max(0, claim.coreFrom - DUTY_REACH) : own.from
  const norm = outside(scene, scene.pack.set('norm.word')).find(
    ({ from }) => floor <= from && from < claim.coreTo && !(from === 0 && wordAt(scene, 0) === 'should'),
  )
  return norm && { guard: 'N4', reason: 'a duty', by: spanOf(sentence, norm) }
}

const AIM_REACH = 14

/** An aim before the claim, in its clause or at the end of the one that governs it. */
function aim(scene: Scene): Clearing | undefined {
  const { claim, sentence } = scene
  const own = ownClause(scene)
  const floor = own.kind === 'complement' || own.kind === 'purpose' ? claim.coreFrom - AIM_REACH : own.from
  const found = outside(scene, scene.pack.set('aim')).find(
    ({ from }) => floor <= from && from < claim.coreFrom && claim.coreFrom - from <= AIM_REACH,
  )
  return found && { guard: 'N4', reason: 'an aim', by: spanOf(sentence, found) }
}

/** Verbs and adjectives after which "to" states a fact: "is able to", "is shown to", "continues to". */
const FACTUAL_TO = new Set(
  `able sure certain guaranteed bound shown proven proved known found confirmed demonstrated established
  continue continues proceed proceeds enough sufficient manages managed come comes came known going
  fails failed ceased ceases unable impossible proven believed considered judged deemed assured trusted relied free ready safe`.split(
    /\s+/,
  ),
)

/** "RLHF is used to make the model safe": an infinitive of purpose that governs the claim's core. */
function purpose(scene: Scene): Clearing | undefined {
  const to = governingTo(scene)
  if (to === undefined || FACTUAL_TO.has(wordAt(scene, to - 1))) return undefined
  return { guard: 'N4', reason: 'a purpose', by: spanOf(scene.sentence, { from: to, to: to + 2 }) }
}

const REACH_OF_TO = 6
const NOT_A_VERB = new Set(
  'the a an our its their this that these those any all every each no us you me them it him her'.split(' '),
)

/** The nearest "to" with a verb before the core, nothing finite and no mark between. */
function governingTo(scene: Scene): number | undefined {
  const { claim, sentence } = scene
  for (let at = claim.coreFrom - 1; at >= Math.max(0, claim.coreFrom - REACH_OF_TO); at--) {
    const token = sentence.tokens[at]
    if (!token || token.kind === 'mark' || isAuxiliary(token.norm)) return undefined
    if (token.norm !== 'to') continue
    return !isVerbAt(scene, at + 1) || isUsed(scene, at) ? undefined : at
  }
  return undefined
}

/** A verb that the lexicon or the list of instructions knows; "the threat it poses to life" has none. */
function isVerbAt(scene: Scene, at: number): boolean {
  const word = wordAt(scene, at)
  if (NOT_A_VERB.has(word)) return false
  if (ORDERS.has(word) || word === 'be') return true
  const relation = scene.pack.set('relation', 'hazard.act')
  return scene.sentence.occurrences.some(({ concept, from }) => relation[concept] === 1 && from === at)
}

const isUsed = ({ claim }: Scene, at: number): boolean =>
  claim.fillers.some(({ before, occurrence: { from, to } }) => !before && from <= at && at < to)

/** Verbs that open an instruction in their base form. */
const ORDERS = new Set(
  `ensure make verify check confirm prevent avoid keep use do test evaluate review require establish maintain provide document
  describe state explain report list name consider treat assess audit demand set define adopt implement apply build
  add include write cite prove show guarantee protect secure monitor train remove eliminate stop seek insist train let never don't
  create develop design run conduct perform perform validate identify limit restrict choose select determine please`.split(
    /\s+/,
  ),
)

function order(scene: Scene): Clearing | undefined {
  const first = scene.sentence.tokens.findIndex(({ kind }) => kind === 'word')
  if (first < 0 || scene.claim.coreFrom > first + 12 || scene.block.kind === 'heading') return undefined
  const word = wordAt(scene, first)
  const isOrder = ORDERS.has(word) && first === 0 && !NOT_AN_ORDER.has(wordAt(scene, 1)) && !statesBehind(scene)
  return isOrder ? { guard: 'N4', reason: 'an instruction' } : undefined
}

/** "State of the art", "Look, ..." give no order. */
const NOT_AN_ORDER = new Set(['of', ',', ':', '—', 'and', 'or', 'results', 'cases', 'is', 'are', 'was', 'has'])

/** "Deploy in an afternoon, leaving you free of risk": the participle behind the order states something. */
function statesBehind(scene: Scene): boolean {
  const { from, kind } = ownClause(scene)
  return from > 0 && kind === 'coordinate' && /ing$|^(it|we|they|this|that)$/.test(wordAt(scene, from))
}

const DUTY_HEADING =
  /\b(requirements?|recommendations?|responsibilit(y|ies)|obligations?|duties|checklist|acceptance criteria|goals?|objectives?|aims?|what we (want|need)|should|must|todo|to do|next steps)\b/i
const DUTY_LEAD =
  /\b(must|shall|should|ought to|need(s)? to|require[sd]?( that)?|recommend(s|ed)?|consider|aims? to|goals?|objectives?|so as to|in order to|responsible for|to do this)\b/i

/** A list item takes the force of what introduces it; under a heading of duties only a verb in -s still states a fact. */
function underDuty({ passage, claim, block, sentence }: Scene): Clearing | undefined {
  if (block.kind !== 'list-item' && block.kind !== 'table-cell') return undefined
  const leads = passage.leadIns(claim.block).map((at) => passage.document.blocks[at])
  const led = leads.some((lead) => lead && lead.kind !== 'heading' && DUTY_LEAD.test(lead.text.slice(-240)))
  const above = [passage.headings(claim.block).at(-1), ...passage.headerCells(claim.block)]
  const headed = above.some((at) => at !== undefined && DUTY_HEADING.test(passage.document.blocks[at]?.text ?? ''))
  const states = /[^su]s$/.test(sentence.tokens[0]?.norm ?? '')
  return led || (headed && !states) ? { guard: 'N4', reason: 'an item under a duty or an aim' } : undefined
}
