import type { Considered, Explanation } from '../explain.js'
import { severityOf } from '../lint.js'
import type { Pack } from '../rules/pack.js'
import type { Settings } from '../settings.js'
import { shortened } from './words.js'

/** What Proviso saw in a sentence, as a page to read: what came of it first, then what it rests on. */
export function explanationPage(
  { text, concepts, clauses, considered, opinion }: Explanation,
  pack: Pack,
  settings: Settings,
): { readonly title: string; readonly markdown: string } {
  const sections = [
    `> ${escaped(text)}`,
    `**${outcomeOf(considered)}**`,
    section(
      'Rules that looked',
      considered.map((one) => `- ${consideredWords(one, pack, settings)}`),
    ),
    section(
      'Concepts',
      concepts.map(({ id, text: words }) => `- \`${id}\`: ${escaped(words)}`),
    ),
    section(
      'Clauses',
      clauses.map(({ kind, text: words }) => `- ${kind}: ${escaped(words)}`),
    ),
    opinion ? section('The judge', opinionWords(opinion)) : '',
  ]
  return {
    title: `Why: ${shortened(text, 50)}`,
    markdown: `${sections.filter((part) => part !== '').join('\n\n')}\n`,
  }
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`

function outcomeOf(considered: readonly Considered[]): string {
  if (considered.some(({ outcome }) => outcome === 'finding')) return 'A finding, unless a comment suppresses it.'
  if (considered.some(({ outcome }) => outcome === 'cleared')) return 'Not a finding: a guard cleared it.'
  if (considered.length > 0) return 'Not a finding: the judge holds the sentence for clean.'
  return 'Not a finding: no rule has a pattern that fits.'
}

function consideredWords(
  { rule, outcome, guard, reason, slots, byJudge }: Considered,
  pack: Pack,
  settings: Settings,
): string {
  const title = pack.rules.find(({ id }) => id === rule)?.title ?? ''
  const words = Object.entries(slots).map(([name, filled]) => `${name} “${escaped(filled)}”`)
  const verdict = {
    finding: `${findingWords(severityOf(rule, pack, settings))}${byJudge ? '; found by the judge alone' : ''}`,
    cleared: `cleared by ${guard}: ${reason}`,
    doubted: 'fits, but the judge holds the sentence for clean: not shown',
  }[outcome]
  return `\`${rule}\` (${escaped(title)}): ${verdict}${words.length > 0 ? `. ${words.join(', ')}` : ''}`
}

const findingWords = (severity: ReturnType<typeof severityOf>): string =>
  severity === 'off' ? 'fits, but is switched off' : `finding (${severity})`

function opinionWords({ score, worthALook, evidence, reasons }: NonNullable<Explanation['opinion']>): string[] {
  const signed = (weight: number): string => `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`
  const rows = (weighed: typeof reasons): string[] =>
    weighed.map(({ name, weight }) => `- ${signed(weight)} \`${name.replaceAll('`', "'")}\``)
  if (!worthALook) return ['Its words alone are plainly no claim: no rule was asked.']
  return [
    `${signed(score)} in log-odds that the sentence claims too much; over 0 it is a finding.`,
    '',
    ...rows(evidence),
    '',
    'In its words and build:',
    '',
    ...rows(reasons),
  ]
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ')
