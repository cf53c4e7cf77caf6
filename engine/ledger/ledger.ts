import type { Claim } from '../claims/claim.js'
import { type Reading, readClaims, readPassage } from '../claims/read-claims.js'
import { unheard, voiceOf } from '../claims/voice.js'
import type { Verdict } from '../claims/weigh.js'
import type { Block, Document } from '../document/block.js'
import { toSource } from '../document/source-map.js'
import { overlaps, type Span } from '../document/span.js'
import type { Finding, LintResult } from '../findings/finding.js'
import { hashOfClaim } from '../findings/fingerprint.js'
import type { Sentence } from '../language/sentence.js'
import { claimSpan } from '../lint.js'
import { once } from '../once.js'
import type { Pack } from '../rules/pack.js'
import type { ClaimRecord, Standing } from './claim-record.js'
import { evidenceNear, kindOf, strengthOf, wordsOf } from './describe-claim.js'

/** A reading for a check and a ledger: each sentence is decided once. */
export function readForLedger(document: Document, pack: Pack): Reading {
  const reading = readClaims(document, pack, 'thorough')
  const { passage, pack: ready } = reading
  const voice = once(() => voiceOf(passage, ready.judge?.glance ?? unheard))
  const frames = readPassage({ ...ready, judge: undefined }, passage, voice, () => voice().mood, 'thorough')
  const known = new Map<string, readonly Verdict[]>()
  const seen = (block: number, sentence: number): readonly Verdict[] => {
    const found = reading.verdicts(block, sentence)
    return found.length > 0 ? found : frames.verdicts(block, sentence).map(passedBy)
  }
  const verdicts = (block: number, sentence: number): readonly Verdict[] => {
    const key = `${block} ${sentence}`
    const found = known.get(key) ?? seen(block, sentence)
    known.set(key, found)
    return found
  }
  return { ...reading, verdicts }
}

/** What the judge passes by without a second look, a frame may see all the same. */
const passedBy = (verdict: Verdict): Verdict =>
  verdict.kind === 'stands' ? { ...verdict, opinion: { kind: 'doubts', score: Number.NEGATIVE_INFINITY } } : verdict

/** Every claim of a document that the engine sees, in order of place, with what became of it in a check. */
export function ledgerOf(reading: Reading, result: LintResult): ClaimRecord[] {
  const { document } = reading.passage
  const verdictOf = outcomesOf(result)
  const ids = idsBeside(result)
  return document.blocks.flatMap((block, at) =>
    reading.passage
      .sentences(at)
      .flatMap((sentence, number) =>
        grouped(reading.verdicts(at, number), sentence).map(({ verdict, also }) =>
          recordOf({ reading, block, at, number, sentence, verdict, also }, verdictOf, ids),
        ),
      ),
  )
}

interface Seen {
  readonly reading: Reading
  readonly block: Block
  readonly at: number
  readonly number: number
  readonly sentence: Sentence
  readonly verdict: Verdict
  readonly also: readonly string[]
}

type Group = { readonly verdict: Verdict; readonly also: string[]; readonly span: Span }

/** One record for the same words: what stands speaks before what was doubted, that before what was cleared. */
function grouped(verdicts: readonly Verdict[], sentence: Sentence): Group[] {
  const groups: Group[] = []
  for (const verdict of [...verdicts].sort((a, b) => rank(a) - rank(b))) {
    const span = claimSpan(sentence, verdict.claim)
    const same = groups.find((group) => overlaps(group.span, span))
    const also = verdict.kind === 'stands' ? [...verdict.also] : []
    if (!same) groups.push({ verdict, also, span })
    else if (same.verdict.claim.rule !== verdict.claim.rule && !same.also.includes(verdict.claim.rule))
      same.also.push(verdict.claim.rule)
  }
  return groups.sort((a, b) => a.span.start - b.span.start)
}

const rank = (verdict: Verdict): number => (verdict.kind === 'cleared' ? 2 : verdict.opinion?.kind === 'doubts' ? 1 : 0)

interface Outcome {
  readonly finding: Finding
  readonly standing?: Standing
}

/** A waiver is handed over as a check has put it beside what is suppressed; a comment in the text gives its reason alone. */
function outcomesOf({ findings, suppressed }: LintResult): (rule: string, span: Span) => Outcome | undefined {
  const all = new Map<string, Outcome>()
  const key = (rule: string, { start, end }: Span): string => `${rule} ${start} ${end}`
  for (const finding of findings) all.set(key(finding.rule, finding.span), { finding })
  for (const one of suppressed) {
    const { waiver } = one as { readonly waiver?: Partial<Standing> }
    all.set(key(one.finding.rule, one.finding.span), {
      finding: one.finding,
      standing: { ...waiver, reason: one.reason },
    })
  }
  return (rule, span) => all.get(key(rule, span))
}

/** Ids for claims that are no findings: they count on where the fingerprints of findings end. */
function idsBeside({ findings, suppressed }: LintResult): (hash: string) => string {
  const taken = new Map<string, number>()
  for (const { fingerprint } of [...findings, ...suppressed.map(({ finding }) => finding)]) {
    const [hash = '', occurrence = '1'] = fingerprint.split(':')
    taken.set(hash, Math.max(taken.get(hash) ?? 0, Number(occurrence)))
  }
  return (hash) => {
    const occurrence = (taken.get(hash) ?? 0) + 1
    taken.set(hash, occurrence)
    return `${hash}:${occurrence}`
  }
}

function recordOf(
  seen: Seen,
  outcomeOf: (rule: string, span: Span) => Outcome | undefined,
  idFor: (hash: string) => string,
): ClaimRecord {
  const { reading, block, sentence, verdict, also } = seen
  const { claim } = verdict
  const inBlock = claimSpan(sentence, claim)
  const span = toSource(block.map, inBlock)
  const text = block.text.slice(inBlock.start, inBlock.end)
  const headings = reading.passage.headings(seen.at).map((at) => reading.passage.document.blocks[at]?.text ?? '')
  const outcome = verdict.kind === 'stands' ? outcomeOf(claim.rule, span) : undefined
  return {
    id: outcome?.finding.fingerprint ?? idFor(hashOfClaim(claim.rule, text, headings)),
    rule: claim.rule,
    also,
    span,
    text: folded(text),
    sentence: folded(block.text.slice(sentence.span.start, sentence.span.end)),
    headings,
    kind: kindOf(claim.rule),
    strength: strengthOf(sentence, claim, reading.pack),
    subject: slot(claim, sentence, block, 'subject'),
    means: slot(claim, sentence, block, 'means'),
    bound: wordsOf(sentence, block, reading.pack.set('bound.partial', 'bound.measured')),
    evidence: evidenceNear(sentence, block),
    ...stateOf(verdict, outcome, block),
  }
}

const folded = (text: string): string => text.replace(/[\s\uFFFC]+/g, ' ').trim()

function slot({ fillers }: Claim, { tokens }: Sentence, { text }: Block, wanted: 'subject' | 'means'): string {
  const filler = fillers.find(({ name, before, occurrence }) => name === wanted && !before && occurrence.to > 0)
  if (!filler) return ''
  const { from, to } = filler.occurrence
  return folded(text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0))
}

type State = Pick<ClaimRecord, 'state' | 'guard' | 'reason' | 'limitation' | 'severity' | 'standing'>

function stateOf(verdict: Verdict, outcome: Outcome | undefined, block: Block): State {
  if (verdict.kind === 'cleared') return clearedState(verdict, block)
  if (verdict.opinion?.kind === 'doubts')
    return { state: 'cleared', guard: 'judge', reason: 'the judge holds its sentence for clean', limitation: '' }
  if (!outcome) return { state: 'cleared', reason: 'its rule is switched off', limitation: '' }
  const { finding, standing } = outcome
  if (standing)
    return { state: 'waived', reason: standing.reason, limitation: '', severity: finding.severity, standing }
  return { state: 'open', reason: '', limitation: '', severity: finding.severity }
}

/** A limitation beside it that is a citation or a footnote makes it cited; any other, and a bound, makes it bounded. */
function clearedState({ clearings: [first] }: Extract<Verdict, { kind: 'cleared' }>, { text }: Block): State {
  const { guard, reason, by } = first
  const limitation = guard === 'N6' && by ? folded(text.slice(by.start, by.end)) : ''
  const state =
    guard === 'N6' ? (/footnote|cit/.test(reason) ? 'cited' : 'bounded') : guard === 'N5' ? 'bounded' : 'cleared'
  return { state, guard, reason, limitation }
}
