import type { Claim } from '../claims/claim.js'
import type { ConceptSet, PreparedPack } from '../claims/prepare.js'
import type { Block } from '../document/block.js'
import type { Sentence } from '../language/sentence.js'
import type { ClaimKind, Strength } from './claim-record.js'

const BY_RULE: Readonly<Record<string, ClaimKind>> = {
  'evaluation/no-evidence-of-danger': 'absence',
  'training/capability-removed': 'absence',
  'framing/unmeasured-superlative': 'comparison',
  'framing/capability-as-safety': 'comparison',
  'risk/unsupported-likelihood': 'likelihood',
}

const BY_GROUP: Readonly<Record<string, ClaimKind>> = {
  training: 'effect',
  oversight: 'effect',
  interpretability: 'effect',
  evaluation: 'establishment',
  benchmark: 'establishment',
  commitment: 'commitment',
  policy: 'acceptance',
}

/** What sort of thing a rule's claims say. */
export const kindOf = (rule: string): ClaimKind => BY_RULE[rule] ?? BY_GROUP[rule.split('/')[0] ?? ''] ?? 'property'

/** How strongly it is said: an absolute word or a denied possibility, a guarantee, neither, or a part only. */
export function strengthOf(sentence: Sentence, { from, to }: Claim, pack: PreparedPack): Strength {
  const has = (set: ConceptSet): boolean =>
    sentence.occurrences.some((one) => set[one.concept] === 1 && one.from < to + 3 && one.to > from - 3)
  if (has(pack.set('strength.absolute', 'modal.cannot'))) return 'absolute'
  if (has(pack.set('relation.guarantee'))) return 'guarantee'
  return has(pack.set('bound.partial', 'bound.measured', 'relation.help')) ? 'partial' : 'plain'
}

/** The words of some concepts in a sentence, in their order. */
export function wordsOf({ occurrences, tokens }: Sentence, { text }: Block, set: ConceptSet): string {
  const found = occurrences.filter(({ concept, to }) => set[concept] === 1 && to > 0)
  const words = found.map(({ from, to }) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0))
  return [...new Set(words.map((one) => one.replace(/\s+/g, ' ')))].join('; ')
}

const CITATION =
  /\[[^\][]*@[\p{L}\d][^\][]*\]|\([^()]{0,80}\b(?:19|20)\d\d[a-z]?\)|\b(?:table|annex|appendix|figure|section|report) \p{Lu}?\d*\b/giu

/** Links, footnote marks and citations in a sentence or right behind its stop, as written. */
export function evidenceNear({ span }: Sentence, { text, marks }: Block): string[] {
  const end = span.end + 2
  const marked = marks.flatMap((mark) => {
    if (mark.start < span.start || mark.start > end) return []
    return mark.kind === 'link' ? [mark.url] : mark.kind === 'footnote' ? [`[^${mark.label}]`] : []
  })
  const cited = [...text.slice(span.start, end).matchAll(CITATION)].map(([found]) => found.trim())
  return [...new Set([...marked, ...cited])]
}
