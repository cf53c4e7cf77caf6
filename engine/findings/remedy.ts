import {
  type Element,
  type Figure,
  type Limitation,
  type NewerFact,
  qualifies,
  type Reference,
  type Rule,
} from '../rules/pack.js'
import { benchmarkRecord } from './benchmark-words.js'
import { citeReport, citeShort, sourceOf } from './cite.js'
import { claimOf } from './describe.js'
import type { Finding } from './finding.js'

/** Where the report says so and what would be fair to write, for reports, hovers and help. */
export interface Remedy {
  /** What the evidence cannot carry; the rule's own reason where it names no limitation. */
  readonly limitation: string
  /** Empty, with page 0, where the rule names no limitation. */
  readonly section: string
  readonly page: number
  readonly cite: string
  readonly figure?: string
  /** What narrows or disputes the limitation since; never left out. */
  readonly newer: readonly string[]
  readonly instead: string
}

export function remedy(finding: Finding, pack: Reference): Remedy {
  const rule = pack.rules.find(({ id }) => id === finding.rule)
  const limitation = pack.knowledge.limitations.find(({ id }) => id === rule?.limitations[0])
  const figure = figureFor(finding, rule, pack)
  return {
    ...(rule?.element
      ? asked(rule.element, pack)
      : limitation
        ? stated(limitation, pack)
        : { limitation: rule?.why ?? '', section: '', page: 0, cite: '' }),
    ...(figure === undefined ? {} : { figure }),
    newer: qualifying(finding.rule, limitation ? [limitation.id] : [], pack).map((fact) => newerWords(fact, pack)),
    instead: rule?.instead ?? '',
  }
}

/** For an element of a document the report asks for it, and sets no limit. */
const asked = (
  { need, section, page }: Element,
  { knowledge }: Reference,
): Pick<Remedy, 'limitation' | 'section' | 'page' | 'cite'> => ({
  limitation: `A text of this kind should give ${need}.`,
  section,
  page,
  cite: citeReport(knowledge.report, { section, page }),
})

function stated(
  limitation: Limitation,
  { knowledge }: Reference,
): Pick<Remedy, 'limitation' | 'section' | 'page' | 'cite'> {
  const { section, page } = limitation
  return { limitation: limitation.limitation, section, page, cite: citeReport(knowledge.report, limitation) }
}

/** What is on record for the benchmarks named, else the rule's first figure. */
function figureFor(finding: Finding, rule: Rule | undefined, pack: Reference): string | undefined {
  const record = benchmarkRecord(finding.benchmarks, claimOf(finding.words), pack.knowledge)
  if (finding.rule.startsWith('benchmark/') && record !== '') return record
  const figure = pack.knowledge.figures.find(({ id }) => id === rule?.figures[0])
  return figure && figureWords(figure)
}

export const figureWords = ({ about, say }: Figure): string => `${about}: ${say}`

/** Facts that narrow or dispute what a rule rests on: those filed under the rule or under one of the limitations. */
export function qualifying(
  rule: string,
  limitations: readonly string[],
  { knowledge }: Reference,
): readonly NewerFact[] {
  return knowledge.newer
    .filter(({ effect }) => qualifies(effect))
    .filter((fact) => fact.rules.includes(rule) || fact.limitations.some((id) => limitations.includes(id)))
}

export const effectWords = {
  strengthens: 'Supported',
  updates: 'Updated',
  narrows: 'Narrowed',
  disputes: 'Disputed',
} as const satisfies Record<NewerFact['effect'], string>

/** `Narrowed (January 2025): … (Sharma et al. 2025)`, with the reporter where the fact is known through one. */
export function newerWords(fact: NewerFact, { knowledge }: Reference): string {
  return `${effectWords[fact.effect]} (${fact.date}): ${fact.say} (${originWords(fact, knowledge)})`
}

function originWords({ source, reporter }: NewerFact, knowledge: Reference['knowledge']): string {
  const found = sourceOf(knowledge, source)
  return [found && citeShort(found), reporter && `as reported by ${reporter}`].filter(Boolean).join(', ')
}
