import { type Limitation, type NewerFact, qualifies, type Reference, type Rule } from '../rules/pack.js'
import { citeLinked, sourceOf } from './cite.js'
import { elementPage } from './element-page.js'
import { isPlainLine, markedWords } from './example-text.js'
import { guardWords } from './guard-words.js'
import { effectWords, figureWords, qualifying } from './remedy.js'
import { asSentence, listed } from './words.js'

/** Measured on labelled documents that the rule was not tuned on. */
export interface MeasuredQuality {
  /** How many labelled claims of this kind there were, how many of them were found, and how many of these under this rule. */
  readonly claims: number
  readonly found: number
  readonly named: number
  /** Findings of this rule where no claim is. */
  readonly alarms: number
  /** What was measured on, in a few words. */
  readonly on: string
}

/** The page of a rule in Markdown: for the documentation, for `explain` and for the help of a report. */
export function rulePage(rule: Rule, pack: Reference, quality?: MeasuredQuality): string {
  if (rule.element) return elementPage(rule, rule.element, pack)
  const sections = [
    `# ${rule.title}`,
    `\`${rule.id}\`, reported as **${rule.severity}** unless set otherwise.`,
    section('What it finds', rule.what),
    section('Why it matters', rule.why),
    section('What to write instead', rule.instead),
    section('Where the report says so', whereItSaysSo(rule, pack)),
    section('Figures', figures(rule, pack)),
    section('Newer evidence', newer(rule, pack)),
    section('Flagged', flagged(rule)),
    section('Not flagged', clean(rule)),
    section('Not found yet', examplesList(rule.examples.missed.map(plain))),
    section('Flagged by mistake', examplesList(rule.examples.alarms.map(plain))),
    section('Limits of this rule', bullets(rule.caveats.map(asSentence))),
    section('Measured quality', quality ? measured(quality) : ''),
    section('How to switch it off', switchOff(rule)),
  ]
  return `${sections.filter((part) => part !== '').join('\n\n')}\n`
}

const section = (title: string, body: string): string => (body.trim() === '' ? '' : `## ${title}\n\n${body.trim()}`)

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item.trim()}`).join('\n')

/** The limitations that the rule names, in its order; unknown ids are left out. */
function limitationsOf(rule: Rule, { knowledge }: Reference): readonly Limitation[] {
  return rule.limitations.flatMap((id) => knowledge.limitations.find((limitation) => limitation.id === id) ?? [])
}

function whereItSaysSo(rule: Rule, pack: Reference): string {
  const limitations = limitationsOf(rule, pack)
  if (limitations.length === 0) return ''
  const { short, year, title, institution } = pack.knowledge.report
  const intro = `In our own words, after ${short} (${year}), *${title}*, ${institution}. Pages are those on which a section begins.`
  return `${intro}\n\n${bullets(limitations.map((limitation) => limitationWords(limitation, pack)))}`
}

function limitationWords({ limitation, section, page, note, sources }: Limitation, pack: Reference): string {
  const evidence = citations(
    sources.filter((id) => id !== pack.knowledge.report.key),
    pack,
  )
  const behind = evidence === '' ? '' : ` Evidence: ${evidence}.`
  return `${limitation} (*${section}*, p. ${page}.)${behind}${note ? ` Note: ${note}` : ''}`
}

function citations(ids: readonly string[], { knowledge }: Reference): string {
  return listed(ids.flatMap((id) => sourceOf(knowledge, id) ?? []).map(citeLinked))
}

function figures(rule: Rule, pack: Reference): string {
  const known = rule.figures.flatMap((id) => pack.knowledge.figures.find((figure) => figure.id === id) ?? [])
  return bullets(known.map((figure) => `${figureWords(figure)} Source: ${citations(figure.sources, pack)}.`))
}

/** What narrows or disputes comes first and in bold, then what else is new. */
function newer(rule: Rule, pack: Reference): string {
  const against = qualifying(rule.id, rule.limitations, pack)
  const rest = pack.knowledge.newer.filter(({ effect, rules }) => !qualifies(effect) && rules.includes(rule.id))
  if (against.length + rest.length === 0) return ''
  const facts = [...against, ...rest].map((fact) => newerFact(fact, pack))
  return `Published since the report, with how it was checked.\n\n${bullets(facts)}`
}

const CHECKED = {
  A: 'abstract or passage read',
  B: 'quotation read in a survey',
  C: 'known at second hand',
} as const satisfies Record<NewerFact['level'], string>

function newerFact(fact: NewerFact, { knowledge }: Reference): string {
  const source = sourceOf(knowledge, fact.source)
  const origin = [source && citeLinked(source), fact.reporter && `as reported by ${fact.reporter}`, CHECKED[fact.level]]
  const effect = effectWords[fact.effect]
  const label = qualifies(fact.effect) ? `**${effect}**` : effect
  return `${label} (${fact.date}): ${fact.say} (${origin.filter(Boolean).join('; ')}.)`
}

const plain = (text: string) => ({ text, after: '' })

const flagged = ({ examples }: Rule): string => examplesList(examples.flag.map((text) => ({ text, after: '' })))

const reasons: Readonly<Record<Rule['examples']['clean'][number]['because'], string>> = {
  ...guardWords,
  other: 'no claim of this kind',
}

const clean = ({ examples }: Rule): string =>
  examplesList(examples.clean.map(({ text, because }) => ({ text, after: ` (${reasons[because]})` })))

/** One item for each example; what is more than a line of prose is shown as it would be written. */
function examplesList(examples: readonly { readonly text: string; readonly after: string }[]): string {
  return examples
    .map(({ text, after }) => (isPlainLine(text) ? plainExample(text, after) : codeExample(text, after)))
    .join('\n')
}

function plainExample(text: string, after: string): string {
  const { before, marked, after: rest } = markedWords(text.trim())
  return `- ${before}${marked === '' ? '' : `**${marked}**`}${rest}${after}`
}

function codeExample(text: string, after: string): string {
  const label = after === '' ? 'As written, with the flagged words in brackets:' : `As written${after}:`
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => `  ${line}`.trimEnd())
  return `- ${label}\n\n  \`\`\`markdown\n${lines.join('\n')}\n  \`\`\`\n`
}

function measured({ claims, found, named, alarms, on }: MeasuredQuality): string {
  const alarmWords = alarms === 1 ? '1 false alarm' : `${alarms} false alarms`
  return `On ${on}: ${found} of ${claims} claims of this kind found, ${named} of them under this rule; ${alarmWords}.`
}

function switchOff({ id }: Rule): string {
  return [
    'For a project, in `.proviso.yaml` (or a severity in place of `off`):',
    `\`\`\`yaml\nrules:\n  ${id}: off\n\`\`\``,
    'For one place, with a reason on record:',
    `\`\`\`markdown\n<!-- proviso-disable-next-line ${id} -- why the claim stands -->\n\`\`\``,
  ].join('\n\n')
}
