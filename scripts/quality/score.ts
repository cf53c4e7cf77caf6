import { overlaps, type Span } from '../../engine/document/span.js'
import type { Finding } from '../../engine/findings/finding.js'
import type { Labelled } from './labelled.js'

export interface Tally {
  labelled: number
  detected: number
  named: number
  alarms: number
}

export interface Mistake {
  readonly kind: 'miss' | 'alarm' | 'other rule'
  /** Where it begins in its document. */
  readonly at: number
  readonly document: string
  readonly rule: string
  /** For an alarm near a clean passage the guard that should have cleared it; for another rule the one that spoke. */
  readonly detail: string
  readonly text: string
}

export interface Score {
  readonly documents: number
  readonly words: number
  readonly labelled: number
  readonly detected: number
  readonly named: number
  readonly trueFindings: number
  readonly alarms: number
  readonly cleanKept: number
  readonly clean: number
  /** Clean passages by the reason for which they are clean, N1 to N8. */
  readonly reasons: ReadonlyMap<string, { clean: number; kept: number }>
  readonly rules: ReadonlyMap<string, Tally>
  readonly mistakes: readonly Mistake[]
}

/** Counts as the corpus page says: a finding is right when it overlaps a label, borderline passages count neither way. */
export function scoreAll(documents: readonly Labelled[], lint: (document: Labelled) => readonly Finding[]): Score {
  const rules = new Map<string, Tally>()
  const of = (rule: string): Tally => {
    const tally = rules.get(rule) ?? { labelled: 0, detected: 0, named: 0, alarms: 0 }
    rules.set(rule, tally)
    return tally
  }
  const mistakes: Mistake[] = []
  const reasons = new Map<string, { clean: number; kept: number }>()
  let [words, trueFindings, clean, cleanKept] = [0, 0, 0, 0]
  for (const document of documents) {
    const findings = lint(document).filter(({ severity, missing }) => severity !== 'hint' && !missing)
    words += document.text.split(/\s+/).length
    for (const label of document.claims) countLabel(document, label, findings, of(label.rule), mistakes)
    for (const finding of findings) {
      if (document.claims.some((label) => overlaps(label, finding.span))) trueFindings++
      else if (!document.borderline.some((span) => overlaps(span, finding.span))) {
        of(finding.rule).alarms++
        mistakes.push(alarm(document, finding))
      }
    }
    for (const span of document.clean) {
      const kept = !findings.some((one) => isWrong(one, span, document))
      const reason = reasons.get(span.why) ?? { clean: 0, kept: 0 }
      reasons.set(span.why, { clean: reason.clean + 1, kept: reason.kept + Number(kept) })
      clean++
      if (kept) cleanKept++
    }
  }
  const sum = (key: keyof Tally): number => [...rules.values()].reduce((total, tally) => total + tally[key], 0)
  return {
    documents: documents.length,
    words,
    labelled: sum('labelled'),
    detected: sum('detected'),
    named: sum('named'),
    trueFindings,
    alarms: sum('alarms'),
    clean,
    cleanKept,
    reasons,
    rules,
    mistakes,
  }
}

function countLabel(
  document: Labelled,
  label: Labelled['claims'][number],
  findings: readonly Finding[],
  tally: Tally,
  mistakes: Mistake[],
): void {
  const hits = findings.filter((finding) => overlaps(finding.span, label))
  const named = hits.some(({ rule }) => rule === label.rule || label.also.includes(rule))
  tally.labelled++
  if (hits.length > 0) tally.detected++
  if (named) tally.named++
  const common = { document: document.name, at: label.start, rule: label.rule, text: around(document.text, label) }
  if (hits.length === 0) mistakes.push({ kind: 'miss', detail: '', ...common })
  else if (!named) mistakes.push({ kind: 'other rule', detail: hits.map(({ rule }) => rule).join(' '), ...common })
}

const isWrong = (finding: Finding, span: Span, { claims }: Labelled): boolean =>
  overlaps(finding.span, span) && !claims.some((label) => overlaps(label, finding.span))

function alarm(document: Labelled, finding: Finding): Mistake {
  const near = document.clean.find((span) => overlaps(span, finding.span))
  const text = around(document.text, finding.span)
  const at = finding.span.start
  return { kind: 'alarm', document: document.name, at, rule: finding.rule, detail: near?.why ?? '', text }
}

/** The passage with its words marked and a little of what stands around. */
function around(text: string, { start, end }: Span): string {
  const shown = `${text.slice(Math.max(0, start - 90), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}`
  return shown.replace(/\s+/g, ' ')
}

export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

export function figures(score: Score): Record<string, number> {
  const precision = share(score.trueFindings, score.trueFindings + score.alarms)
  const recall = share(score.detected, score.labelled)
  return {
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
    rightRule: share(score.named, score.detected),
    cleanKept: share(score.cleanKept, score.clean),
    alarmsPer1000Words: (1000 * score.alarms) / Math.max(score.words, 1),
  }
}
