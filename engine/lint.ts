import type { Claim } from './claims/claim.js'
import { type Reading, readClaims } from './claims/read-claims.js'
import type { Block, Document } from './document/block.js'
import { toSource } from './document/source-map.js'
import type { Span } from './document/span.js'
import type { ClaimWords, Finding, LintResult, Severity } from './findings/finding.js'
import { fingerprinter } from './findings/fingerprint.js'
import { suppress } from './findings/suppress.js'
import type { Sentence } from './language/sentence.js'
import type { Pack } from './rules/pack.js'
import type { Settings } from './settings.js'

/** Findings in a document, in order of place. Pure: the same document, pack and settings give the same result. */
export function lint(document: Document, pack: Pack, settings: Settings): LintResult {
  const reading = readClaims(document, pack)
  const findings: Finding[] = []
  const fingerprint = fingerprinter()
  document.blocks.forEach((block, at) => {
    reading.passage.sentences(at).forEach((sentence, number) => {
      for (const verdict of reading.verdicts(at, number)) {
        if (verdict.kind !== 'stands' || verdict.opinion?.kind === 'doubts') continue
        const severity = severityOf(verdict.claim.rule, pack, settings)
        if (severity === 'off') continue
        const { claim, also } = verdict
        findings.push(makeFinding(reading, block, sentence, claim, also, severity, fingerprint))
      }
    })
  })
  return suppress(document, findings.sort(byPlace), pack)
}

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end

export function severityOf(rule: string, pack: Pack, { rules }: Settings): Severity | 'off' {
  return rules[rule] ?? pack.rules.find(({ id }) => id === rule)?.severity ?? 'warning'
}

function makeFinding(
  { passage, pack }: Reading,
  block: Block,
  sentence: Sentence,
  claim: Claim,
  also: readonly string[],
  severity: Severity,
  fingerprint: ReturnType<typeof fingerprinter>,
): Finding {
  const words = claimSpan(sentence, claim)
  const headings = passage.headings(claim.block).map((at) => passage.document.blocks[at]?.text ?? '')
  return {
    rule: claim.rule,
    severity,
    span: toSource(block.map, words),
    words: wordsOf(block, sentence, claim),
    benchmarks: benchmarksIn(claim, pack.matcher.concepts),
    also,
    headings,
    fingerprint: fingerprint(claim.rule, block.text.slice(words.start, words.end), headings),
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

function wordsOf(block: Block, { tokens }: Sentence, { fillers }: Claim): ClaimWords {
  const words: Record<string, string> = {}
  for (const { name, before, occurrence } of fillers) {
    if (before || name === 'with' || occurrence.to === 0) continue
    const slot = name === 'phrase' ? 'property' : name
    const end = tokens[occurrence.to - 1]?.end ?? 0
    words[slot] ??= block.text.slice(tokens[occurrence.from]?.start ?? 0, end).replace(/\s+/g, ' ')
  }
  return words
}

function benchmarksIn({ fillers }: Claim, concepts: readonly string[]): string[] {
  const names = fillers.map(({ occurrence }) => concepts[occurrence.concept] ?? '')
  return [
    ...new Set(names.filter((name) => name.startsWith('benchmark.')).map((name) => name.split('.').at(-1) as string)),
  ]
}
