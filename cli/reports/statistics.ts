import type { Severity } from '../../engine/findings/finding.js'
import { printable } from '../terminal/printable.js'
import type { Look } from './pretty.js'
import type { Report, RunEnd } from './report.js'
import { counted, sayTotals } from './totals.js'

/** `--statistics`: how many findings there are by rule, document and section, and for each 1,000 words of prose. */
export function statisticsReport(look: Look, format: 'pretty' | 'json'): Report {
  const rules = new Map<string, { findings: number; severity: Severity }>()
  const files: { path: string; findings: number; words: number }[] = []
  const sections = new Map<string, { path: string; section: string; findings: number }>()
  let words = 0
  return {
    add(file) {
      words += file.words
      files.push({ path: file.path, findings: file.result.findings.length, words: file.words })
      for (const { rule, severity, headings } of file.result.findings) {
        rules.set(rule, { severity, findings: (rules.get(rule)?.findings ?? 0) + 1 })
        const section = headings.join(' › ')
        const key = `${file.path}\0${section}`
        sections.set(key, { path: file.path, section, findings: (sections.get(key)?.findings ?? 0) + 1 })
      }
    },
    *finish(end) {
      const all = {
        words,
        rules: ranked(rules),
        files: files.sort(byFindings),
        sections: [...sections.values()].sort(byFindings),
      }
      yield format === 'json' ? jsonOf(all, end) : tablesOf(all, end, look)
    },
  }
}

type Statistics = {
  readonly words: number
  readonly rules: readonly { rule: string; severity: Severity; findings: number }[]
  readonly files: readonly { path: string; findings: number; words: number }[]
  readonly sections: readonly { path: string; section: string; findings: number }[]
}

const byFindings = (a: { findings: number; path: string }, b: { findings: number; path: string }): number =>
  b.findings - a.findings || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

const ranked = (rules: ReadonlyMap<string, { findings: number; severity: Severity }>) =>
  [...rules]
    .map(([rule, { severity, findings }]) => ({ rule, severity, findings }))
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1))

/** Findings for each 1,000 words. */
const density = (findings: number, words: number): number | null =>
  words === 0 ? null : Math.round((findings * 100_000) / words) / 100

function jsonOf({ words, rules, files, sections }: Statistics, { totals }: RunEnd): string {
  const findings = rules.reduce((sum, one) => sum + one.findings, 0)
  const value = {
    version: 1,
    total: { files: totals.files, words, findings, perThousandWords: density(findings, words) },
    rules: rules.map((one) => ({ ...one, perThousandWords: density(one.findings, words) })),
    files: files.map((one) => ({ ...one, perThousandWords: density(one.findings, one.words) })),
    sections,
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

/** So many documents and sections are listed; JSON has all. */
const MOST = 20

function tablesOf({ words, rules, files, sections }: Statistics, { totals }: RunEnd, { colours }: Look): string {
  const found = files.filter(({ findings }) => findings > 0)
  const findings = rules.reduce((sum, one) => sum + one.findings, 0)
  const parts = [
    table(
      'Rule',
      'Per 1,000 words',
      rules.map((one) => [one.findings, said(density(one.findings, words)), one.rule]),
    ),
    table(
      'Document',
      'Per 1,000 words',
      found.map((one) => [one.findings, said(density(one.findings, one.words)), one.path]),
    ),
    table(
      'Section',
      '',
      sections.map(({ path, section, findings }) => [findings, '', section === '' ? path : `${path}: ${section}`]),
    ),
  ]
  const sum = `${sayTotals(totals)}; ${counted(words, 'word')} of prose, ${said(density(findings, words))} findings per 1,000`
  return `${[...parts.filter((part) => part !== ''), sum].join('\n\n')}\n`

  function table(what: string, second: string, rows: readonly (readonly [number, string, string])[]): string {
    if (rows.length === 0) return ''
    const wide = Math.max(second.length, 1)
    const line = (count: string, rate: string, name: string): string =>
      `${count.padStart(8)}  ${second === '' ? '' : `${rate.padStart(wide)}  `}${name}`
    const lines = rows.slice(0, MOST).map(([count, rate, name]) => line(String(count), rate, printable(name)))
    const more = rows.length > MOST ? [line('', '', `and ${rows.length - MOST} more; --format json lists all`)] : []
    return [colours.bold(line('Findings', second, what)), ...lines, ...more].join('\n')
  }
}

const said = (rate: number | null): string => (rate === null ? '–' : rate.toFixed(2))
