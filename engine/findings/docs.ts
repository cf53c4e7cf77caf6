import type { Benchmark, BenchmarkSplit, Correlation, Reference, Rule } from '../rules/pack.js'
import { citeFull, citeLinked, sourceOf } from './cite.js'

/** Tables of the documentation, as Markdown. */

/** All rules, one row each; `base` is the way from the page to docs/rules/, with a slash at the end. */
export function rulesTable(rules: readonly Rule[], base: string): string {
  const rows = rules.map(({ id, title, severity, what }) => [
    `[\`${id}\`](${base}${id}.md)`,
    title,
    severity,
    firstSentence(what),
  ])
  return table(['Rule', 'Title', 'Severity', 'It finds'], rows)
}

export function rulesPage(rules: readonly Rule[]): string {
  return `# Rules\n\nEach rule has a page with its reasons, its examples and its limits.\n\n${rulesTable(rules, '')}\n`
}

/** docs/benchmarks-record.md: every benchmark that Proviso knows by name, and what is on record for it. */
export function benchmarksPage({ knowledge }: Reference): string {
  const study = sourceOf(knowledge, 'ren2024')
  const rows = knowledge.benchmarks.flatMap((benchmark) => [
    benchmarkRow(benchmark, knowledge),
    ...benchmark.splits.map((split) => splitRow(benchmark, split)),
  ])
  const notes = knowledge.benchmarks.flatMap(({ name, note }) => (note ? [`- **${name}**: ${note}`] : []))
  return [
    '# Benchmarks on record',
    `Proviso knows ${knowledge.benchmarks.length} benchmarks by name. Where a study set a benchmark's scores against general capability, the table gives the correlation (Spearman, percent) for chat and for base models. Rows that begin with an arrow are parts of the benchmark above.`,
    study ? `Source of all figures: ${citeFull(study)}` : '',
    'How to read it: the intervals are ours, computed from the data of the authors (95 %, chat models), and wide, since no more than 26 chat and 27 base models were compared, all of 2024 or earlier. The study calls values under 40 low and sets none for high. A low correlation is no certificate: it says nothing on how well a benchmark measures safety. "±" marks a figure whose direction is not confirmed. "On record" means that `benchmark/capability-correlated` speaks; for all others it is `benchmark/unvetted-evidence`.',
    table(['Benchmark', 'Chat', 'Base', 'Interval', 'Models', 'On record', 'Paper'], rows),
    '## Notes',
    notes.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

/** README text with the rule table between its markers renewed; unchanged when it has no markers. */
export function withRulesTable(readme: string, rules: readonly Rule[]): string {
  const [start, end] = ['<!-- rules:start -->', '<!-- rules:end -->']
  const from = readme.indexOf(start)
  const to = readme.indexOf(end, from)
  if (from < 0 || to < 0) return readme
  return `${readme.slice(0, from + start.length)}\n\n${rulesTable(rules, 'docs/rules/')}\n\n${readme.slice(to)}`
}

function benchmarkRow(benchmark: Benchmark, knowledge: Reference['knowledge']): readonly string[] {
  const { name, split, correlation, interval, models, capabilityCorrelated, basis, paper, source } = benchmark
  const cited = sourceOf(knowledge, paper ?? source)
  return [
    name + (split ? ` (${split})` : '') + against(benchmark),
    cell(correlation, 'chat', benchmark),
    cell(correlation, 'base', benchmark),
    interval ? interval.map((end) => end.toFixed(1)).join(' to ') : '',
    models ? [models.chat, models.base].map((count) => count ?? '–').join(' / ') : '',
    capabilityCorrelated ? `yes: ${basis}` : benchmark.inStudy ? 'no' : 'not in the study',
    cited ? citeLinked(cited) : '',
  ]
}

function splitRow(
  benchmark: Benchmark,
  { name, correlation, capabilityCorrelated }: BenchmarkSplit,
): readonly string[] {
  const figures = [cell(correlation, 'chat', benchmark), cell(correlation, 'base', benchmark)]
  return [`↳ ${name}`, ...figures, '', '', capabilityCorrelated ? 'above 40' : '', '']
}

const against = ({ against, inStudy }: Benchmark): string =>
  inStudy && against !== 'capabilities score' ? `, with ${against}` : ''

function cell(correlation: Correlation | null, kind: 'chat' | 'base', { signConfirmed }: Benchmark): string {
  if (kind === 'chat' && correlation?.vision !== undefined) return `${correlation.vision.toFixed(1)} (vision)`
  const value = correlation?.[kind] ?? null
  if (value === null) return ''
  return signConfirmed ? value.toFixed(1) : `± ${Math.abs(value).toFixed(1)}`
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim()

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
