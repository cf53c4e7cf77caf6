import type { Claim } from './claims/claim.js'
import { type Reading, readClaims } from './claims/read-claims.js'
import type { Block, Document, FrontMatter } from './document/block.js'
import { toSource } from './document/source-map.js'
import type { Span } from './document/span.js'
import { missingElements, summarised } from './elements/document-findings.js'
import type { ClaimWords, Finding, LintResult, Severity } from './findings/finding.js'
import { fingerprinter, hashOfClaim } from './findings/fingerprint.js'
import type { PlacedBlock } from './findings/limitation-elsewhere.js'
import { suppress } from './findings/suppress.js'
import type { Sentence } from './language/sentence.js'
import { type Chosen, chooseProfile } from './profiles/choose-profile.js'
import type { Pack, ProfileRecord } from './rules/pack.js'
import type { Settings } from './settings.js'

/** Findings in a document, in order of place. Pure: the same document, pack and settings give the same result. */
export function lint(document: Document, pack: Pack, settings: Settings): LintResult {
  return lintReading(readClaims(document, pack), pack, settings)
}

/** The same for a document that is read already. */
export function lintReading(reading: Reading, pack: Pack, settings: Settings): LintResult {
  const { document } = reading.passage
  const whole = wholeOf(
    document.blocks.map((block) => ({ block, by: 0 })),
    document.frontMatter,
    pack,
    settings,
  )
  const claims: ClaimInPlace[] = []
  for (const claim of everyClaim(reading)) {
    if (claims.length === MOST_CLAIMS)
      return cutOff(conclude(document, claims, pack, settings, whole), claim.span.start)
    claims.push({ claim, by: 0 })
  }
  return conclude(document, claims, pack, settings, whole)
}

/** A document as a whole: what kind it is and what it lacks. */
export interface Whole extends Chosen {
  readonly missing: readonly Finding[]
}

export function wholeOf(
  blocks: readonly PlacedBlock[],
  frontMatter: FrontMatter | undefined,
  pack: Pack,
  settings: Settings,
): Whole {
  const chosen = chooseProfile(blocks, frontMatter, pack, settings)
  return { ...chosen, missing: missingElements(blocks, frontMatter, chosen.profile, pack, settings) }
}

/** No document has so many. A machine made it, and whoever checks it along with others wants to hear of those as well. */
const MOST_CLAIMS = 10_000

function* everyClaim(reading: Reading): Iterable<StandingClaim> {
  for (let block = 0; block < reading.passage.document.blocks.length; block++) {
    for (let sentence = 0; sentence < reading.passage.sentences(block).length; sentence++) {
      yield* claimsInSentence(reading, block, sentence)
    }
  }
}

/** Whether a directive further on is used was not found out. */
const cutOff = (result: LintResult, readUpTo: number): LintResult => ({
  ...result,
  notes: result.notes.filter(({ kind, start }) => kind !== 'directive-unused' || start < readUpTo),
  readUpTo,
})

/** A claim that stands, before settings and directives decide on it. The span is where the block's map leads. */
export interface StandingClaim extends Omit<Finding, 'severity' | 'fingerprint'> {
  readonly hash: string
}

/** The claims of one block that stand. */
export function claimsIn(reading: Reading, block: number): StandingClaim[] {
  return reading.passage.sentences(block).flatMap((_, sentence) => claimsInSentence(reading, block, sentence))
}

function claimsInSentence(reading: Reading, block: number, number: number): StandingClaim[] {
  const sentence = reading.passage.sentences(block)[number] as Sentence
  return reading.verdicts(block, number).flatMap((verdict) => {
    if (verdict.kind !== 'stands' || verdict.opinion?.kind === 'doubts') return []
    return [standingClaim(reading, sentence, verdict.claim, verdict.also)]
  })
}

/** A claim that stands in a part of a text which begins `by` units further on. */
export interface ClaimInPlace {
  readonly claim: StandingClaim
  readonly by: number
}

/** From all claims of a document that stand, in the order of its blocks, to findings. */
export function conclude(
  document: Document,
  claims: readonly ClaimInPlace[],
  pack: Pack,
  settings: Settings,
  whole: Whole,
): LintResult {
  const fingerprint = fingerprinter()
  const severities = new Map<string, Severity | 'off'>()
  const findings: Finding[] = []
  for (const { claim, by } of claims) {
    const severity = severities.get(claim.rule) ?? severityOf(claim.rule, pack, settings, whole.record)
    severities.set(claim.rule, severity)
    if (severity !== 'off') findings.push(findingFrom(claim, by, severity, fingerprint(claim.hash)))
  }
  const result = suppress(document, [...whole.missing, ...findings].sort(byPlace), pack)
  return {
    ...result,
    findings: summarised(result.findings),
    notes: [...whole.notes, ...result.notes],
    profile: whole.profile,
  }
}

/** Field by field: in a long document this runs for each claim after each key. */
const findingFrom = (claim: StandingClaim, by: number, severity: Severity, fingerprint: string): Finding => ({
  rule: claim.rule,
  severity,
  span: { start: claim.span.start + by, end: claim.span.end + by },
  words: claim.words,
  benchmarks: claim.benchmarks,
  also: claim.also,
  headings: claim.headings,
  fingerprint,
})

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

export function severityOf(rule: string, pack: Pack, { rules }: Settings, profile?: ProfileRecord): Severity | 'off' {
  return rules[rule] ?? profile?.severities[rule] ?? pack.rules.find(({ id }) => id === rule)?.severity ?? 'warning'
}

function standingClaim(
  { passage, pack }: Reading,
  sentence: Sentence,
  claim: Claim,
  also: readonly string[],
): StandingClaim {
  const block = passage.document.blocks[claim.block] as Block
  const words = claimSpan(sentence, claim)
  const headings = passage.headings(claim.block).map((at) => passage.document.blocks[at]?.text ?? '')
  return {
    rule: claim.rule,
    span: toSource(block.map, words),
    words: wordsOf(block, sentence, claim),
    benchmarks: benchmarksIn(claim, pack.matcher.concepts),
    also,
    headings,
    hash: hashOfClaim(claim.rule, block.text.slice(words.start, words.end), headings),
  }
}

const DETERMINERS = new Set('the a an our its their this that these those every each all any no your both'.split(' '))

/** Beyond this many tokens the evidence is left out of the marked words, and only what is said of it is marked. */
const LONGEST_MARK = 18

/** From the first to the last word of the claim, with the determiner of the first. Offsets of the block's text. */
export function claimSpan({ tokens }: Sentence, claim: Claim): Span {
  const whole = claim.to - claim.from <= LONGEST_MARK
  const [from, to] = whole ? [claim.from, claim.to] : [claim.coreFrom, claim.coreTo]
  const first = DETERMINERS.has(tokens[from - 1]?.norm ?? '') ? from - 1 : from
  return { start: tokens[first]?.start ?? 0, end: tokens[to - 1]?.end ?? tokens[first]?.end ?? 0 }
}

function wordsOf(block: Block, { tokens }: Sentence, { fillers, isRenamed }: Claim): ClaimWords {
  if (isRenamed) return {}
  const words: Record<string, string> = {}
  const written = (from: number, to: number): string =>
    block.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ')
  for (const { name, before, occurrence } of fillers) {
    if (before || name === 'with' || occurrence.to === 0) continue
    const slot = name === 'phrase' ? 'property' : name
    const { from, to } = occurrence
    const said = name === 'subject' ? nounPhrase(tokens, from, (first) => written(first, to)) : written(from, to)
    if (said !== undefined) words[slot] ??= said
  }
  return words
}

/** A noun with its determiner, as it stands inside a sentence; a bare noun ("model") cannot stand there. */
function nounPhrase(tokens: Sentence['tokens'], from: number, written: (first: number) => string): string | undefined {
  const determines = (at: number): boolean => DETERMINERS.has(tokens[at]?.norm ?? '')
  const first = determines(from) ? from : from - 1
  if (!determines(first)) return tokens[from]?.capital && from > 0 ? written(from) : undefined
  const phrase = written(first)
  return phrase.charAt(0).toLowerCase() + phrase.slice(1)
}

function benchmarksIn({ fillers }: Claim, concepts: readonly string[]): string[] {
  const names = fillers.map(({ occurrence }) => concepts[occurrence.concept] ?? '')
  return [
    ...new Set(names.filter((name) => name.startsWith('benchmark.')).map((name) => name.split('.').at(-1) as string)),
  ]
}
