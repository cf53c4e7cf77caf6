import { type Reading, readClaims } from './claims/read-claims.js'
import type { Verdict } from './claims/weigh.js'
import type { Document } from './document/block.js'
import { toSource } from './document/source-map.js'
import type { Span } from './document/span.js'
import type { GuardId } from './findings/finding.js'
import type { Sentence } from './language/sentence.js'
import { claimSpan } from './lint.js'
import type { Pack } from './rules/pack.js'

export interface Considered {
  readonly rule: string
  readonly pattern: string
  /** A doubted claim is not shown: the judge holds its sentence for clean. */
  readonly outcome: 'finding' | 'doubted' | 'cleared'
  /** Every pattern that these words filled: `rule claim 2`. */
  readonly patterns: readonly string[]
  /** The judge alone found it. */
  readonly byJudge: boolean
  readonly span: Span
  /** The first guard that cleared it, and all that would have. */
  readonly guard?: GuardId
  readonly guards?: readonly GuardId[]
  readonly reason?: string
  /** Slot name to the words that filled it. */
  readonly slots: Readonly<Record<string, string>>
}

/** What Proviso saw in one sentence. Spans are offsets into the source. */
export interface Explanation {
  readonly sentence: Span
  readonly text: string
  readonly concepts: readonly (Span & { readonly id: string; readonly text: string })[]
  readonly clauses: readonly { readonly kind: string; readonly text: string }[]
  readonly considered: readonly Considered[]
  /** What the judge holds of the sentence. */
  readonly opinion?: {
    /** Log-odds that it claims too much: over 0 it is a finding. */
    readonly score: number
    /** The gate let it through. */
    readonly worthALook: boolean
    /** What adds up to the score, by kind of evidence. */
    readonly evidence: readonly Weighed[]
    /** What in its words and build weighs most. */
    readonly reasons: readonly Weighed[]
  }
}

export interface Weighed {
  readonly name: string
  readonly weight: number
}

/** Explains the sentence at an offset of the source; nothing where there is no prose. */
export function explainAt(document: Document, pack: Pack, offset: number): Explanation | undefined {
  return explanations(document, pack, (span) => span.start <= offset && offset <= span.end)[0]
}

/** Explains every sentence whose source span is wanted. */
export function explanations(document: Document, pack: Pack, wanted: (span: Span) => boolean): Explanation[] {
  const reading = readClaims(document, pack, 'thorough')
  return document.blocks.flatMap((block, at) =>
    reading.passage.sentences(at).flatMap((sentence, number) => {
      const span = toSource(block.map, sentence.span)
      if (!wanted(span)) return []
      const slice = ({ start, end }: Span): string => block.text.slice(start, end)
      const verdicts = reading.verdicts(at, number)
      return [
        {
          sentence: span,
          text: slice(sentence.span),
          concepts: conceptsOf(sentence, reading.pack.matcher.concepts, slice),
          clauses: clausesOf(sentence, slice),
          ...opinionOn(reading, at, number),
          considered: verdicts.map((verdict) =>
            consider(verdict, sentence, slice, (part) => toSource(block.map, part)),
          ),
        },
      ]
    }),
  )
}

const MOST_REASONS = 8

/** The score of the judge enters the balance in two parts, which a reader need not know. */
const shownName = (name: string): string => (name.startsWith('judge') ? 'its words and build' : name)

/** One row for each name, the weightiest first; what weighs nothing is left out. */
function byName(rows: readonly Weighed[]): Weighed[] {
  const sums = new Map<string, number>()
  for (const { name, weight } of rows) sums.set(name, (sums.get(name) ?? 0) + weight)
  return [...sums]
    .map(([name, weight]) => ({ name, weight }))
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}

function opinionOn(
  { passage, pack, evidence }: Reading,
  block: number,
  sentence: number,
): Pick<Explanation, 'opinion'> {
  if (!pack.judge) return {}
  const seen = { passage, block, sentence, concepts: pack.matcher.concepts }
  const worthALook = pack.judge.passes(passage.sentences(block)[sentence]?.tokens ?? [])
  const { balance } = pack.judge
  const found = evidence(block, sentence)
  return {
    opinion: {
      score: balance.weigh(found),
      worthALook,
      evidence: byName([
        { name: 'before any evidence', weight: balance.weigh([]) },
        ...found.map(({ name, value }) => ({ name: shownName(name), weight: balance.weightOf(name) * value })),
      ]),
      reasons: pack.judge.reasons(seen).slice(0, MOST_REASONS),
    },
  }
}

type Slice = (span: Span) => string

const tokenSpan = ({ tokens }: Sentence, from: number, to: number): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
})

function conceptsOf(sentence: Sentence, names: readonly string[], slice: Slice): Explanation['concepts'] {
  return sentence.occurrences.flatMap(({ concept, from, to }) => {
    if (to === 0) return []
    const span = tokenSpan(sentence, from, to)
    return [{ ...span, id: names[concept] ?? '', text: slice(span) }]
  })
}

const clausesOf = (sentence: Sentence, slice: Slice): Explanation['clauses'] =>
  sentence.clauses.map(({ from, to, kind }) => ({ kind, text: slice(tokenSpan(sentence, from, to)) }))

function consider(verdict: Verdict, sentence: Sentence, slice: Slice, toPlace: (span: Span) => Span): Considered {
  const { claim } = verdict
  const slots: Record<string, string> = {}
  for (const { name, before, occurrence } of claim.fillers) {
    if (before) slots[name] = '(in the sentence before)'
    else if (occurrence.to > 0) slots[name] = slice(tokenSpan(sentence, occurrence.from, occurrence.to))
  }
  const span = toPlace(claimSpan(sentence, claim))
  const common = { rule: claim.rule, pattern: claim.pattern, span, slots, byJudge: claim.pattern === 'judge' }
  if (verdict.kind === 'stands') {
    const outcome = verdict.opinion?.kind === 'doubts' ? 'doubted' : 'finding'
    return { ...common, outcome, patterns: verdict.patterns }
  }
  const [{ guard, reason }] = verdict.clearings
  return {
    ...common,
    outcome: 'cleared',
    patterns: [],
    guard,
    guards: verdict.clearings.map((one) => one.guard),
    reason,
  }
}
