import type { GuardId } from '../../engine/findings/finding.js'
import { guardWords } from '../../engine/findings/guard-words.js'
import type { Interval } from './intervals.js'
import type { Measured } from './measure.js'
import type { Results } from './results.js'
import { share } from './score.js'

/** docs/quality.md. */
export function qualityPage(results: Results): string {
  return `${[INTRO(results.date), figures(results), ablation(results), first(results), real(results), registers(results), reasons(results), rules(results)].filter(Boolean).join('\n\n')}\n`
}

const INTRO = (date: string): string => `# Quality

What Proviso finds, and what it flags by mistake, on labelled documents; measured on ${date} with the rules and weights of this version.
Again: \`npm run quality -- --write\`.

A finding is right when it overlaps a labelled claim; a claim is found when a finding overlaps it. *Precision* is the share of right findings,
*recall* the share of claims that are found, *right rule* the share of the found ones that have the label's rule or one the labels accept,
*clean kept* the share of marked look-alikes that are left alone. In brackets: where the figure lies in 95 of 100 draws of as many documents.
Claims stand far denser in these documents than in ordinary ones, so that precision is lower on ordinary text (see *Real text*).`

const percent = (value: number): string => `${(100 * value).toFixed(0)} %`

const ranged = ({ value, low, high }: Interval): string => `${percent(value)} (${percent(low)} to ${percent(high)})`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function figures({ sets }: Results): string {
  const rows = Object.values(sets).map(({ title, whole }) => [
    title,
    `${whole.documents}`,
    `${whole.claims}`,
    ranged(whole.precision),
    ranged(whole.recall),
    ranged(whole.rightRule),
    ranged(whole.cleanKept),
    whole.alarmsPer1000Words.value.toFixed(2),
  ])
  const head = [
    'Documents',
    'Number',
    'Claims',
    'Precision',
    'Recall',
    'Right rule',
    'Clean kept',
    'False alarms per 1,000 words',
  ]
  return `## Figures\n\n${table(head, rows)}\n\nErrors of documents that are kept aside are never read; rules, lexicon and weights are not changed because of them. The line between finding and
silence is one number, chosen with the totals of earlier sets in view.`
}

function ablation({ sets }: Results): string {
  const both = ({ precision, recall }: Measured): string => `${percent(precision.value)} / ${percent(recall.value)}`
  const rows = Object.values(sets).map(({ title, whole, frames, judge }) => [
    title,
    both(frames),
    both(judge),
    both(whole),
  ])
  const head = ['Documents', 'Frames and guards alone', 'Judge alone', 'Both']
  return `## What each half is worth\n\nPrecision / recall.\n\n${table(head, rows)}`
}

function first({ first: scores }: Results): string {
  if (scores.length === 0) return ''
  const rows = scores.map(({ date, documents, precision, recall, rightRule, cleanKept }) => [
    date,
    documents,
    ...[precision, recall, rightRule].map(percent),
    cleanKept === undefined ? 'not kept' : percent(cleanKept),
  ])
  const head = ['Date', 'Documents', 'Precision', 'Recall', 'Right rule', 'Clean kept']
  return `## First scores\n\nHow documents scored when the tool saw them for the first time, with the weights of that day.\n\n${table(head, rows)}`
}

function real({ real: texts }: Results): string {
  if (texts.length === 0) return ''
  const rows = texts.map(({ source, files, words, findings, wrong, note }) => [
    source,
    `${files}`,
    words.toLocaleString('en'),
    `${findings}`,
    ((1000 * findings) / Math.max(1, words)).toFixed(2),
    wrong === undefined ? 'not read' : `${wrong}`,
    note ?? '',
  ])
  const head = ['Source', 'Files', 'Words', 'Findings', 'Per 1,000 words', 'Held for wrong', 'Note']
  return `## Real text\n\nPublic documents without labels. How many of their claims were missed is not known.\n\n${table(head, rows)}`
}

function registers({ registers: all }: Results): string {
  const rows = Object.entries(all).map(([name, { documents, whole }]) => [
    name,
    `${documents}`,
    `${whole.claims}`,
    percent(whole.precision.value),
    percent(whole.recall.value),
  ])
  return `## By register\n\nOver all documents that are kept aside.\n\n${table(['Register', 'Documents', 'Claims', 'Precision', 'Recall'], rows)}`
}

function reasons({ reasons: all }: Results): string {
  const rows = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([why, { clean, kept }]) => [why, guardWords[why as GuardId] ?? '', `${clean}`, percent(share(kept, clean))])
  return `## Look-alikes\n\nClean passages in the words of a claim, by the reason why they are clean.\n\n${table(['', 'Reason', 'Passages', 'Left alone'], rows)}`
}

function rules({ rules: all }: Results): string {
  const rows = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { labelled, detected, named, alarms }]) => [
      `[\`${rule}\`](rules/${rule}.md)`,
      `${labelled}`,
      `${detected}`,
      `${named}`,
      `${alarms}`,
    ])
  return `## By rule\n\nOver all documents that are kept aside. With so few claims each, a rule's own figures are rough.\n\n${table(['Rule', 'Claims', 'Found', 'Under the right rule', 'False alarms'], rows)}`
}
