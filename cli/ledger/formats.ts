import { argumentMap } from '../../engine/ledger/argument-map.js'
import { cell } from '../reports/csv.js'
import { printable } from '../terminal/printable.js'
import { table } from '../terminal/table.js'
import type { ClaimRow, LedgerFile } from './claims-in.js'

/** One column of a ledger: its name in a head, its key in CSV and JSON, and its words. */
interface Column {
  readonly key: string
  readonly head: string
  readonly words: (claim: ClaimRow) => string | number
}

export const columns: readonly Column[] = [
  { key: 'id', head: 'Id', words: ({ id }) => id },
  { key: 'path', head: 'Document', words: ({ path }) => path },
  { key: 'line', head: 'Line', words: ({ line }) => line },
  { key: 'column', head: 'Column', words: ({ column }) => column },
  { key: 'section', head: 'Section', words: ({ headings }) => headings.join(' › ') },
  { key: 'text', head: 'Claim', words: ({ text }) => text },
  { key: 'sentence', head: 'Sentence', words: ({ sentence }) => sentence },
  { key: 'kind', head: 'Kind', words: ({ kind }) => kind },
  { key: 'strength', head: 'Strength', words: ({ strength }) => strength },
  { key: 'subject', head: 'Subject', words: ({ subject }) => subject },
  { key: 'means', head: 'Rests on', words: ({ means }) => means },
  { key: 'bound', head: 'Bound', words: ({ bound }) => bound },
  { key: 'evidence', head: 'Evidence near it', words: ({ evidence }) => evidence.join('; ') },
  { key: 'limitation', head: 'Limitation near it', words: ({ limitation }) => limitation },
  { key: 'state', head: 'State', words: ({ state }) => state },
  { key: 'guard', head: 'Cleared by', words: ({ guard = '' }) => guard },
  { key: 'reason', head: 'Why', words: ({ reason }) => reason },
  { key: 'rule', head: 'Rule', words: ({ rule }) => rule },
  { key: 'also', head: 'Also', words: ({ also }) => also.join('; ') },
  { key: 'severity', head: 'Severity', words: ({ severity = '' }) => severity },
  { key: 'owner', head: 'Owner', words: ({ standing }) => standing?.owner ?? '' },
  { key: 'until', head: 'Until', words: ({ standing }) => standing?.until ?? '' },
]

export const ledgerCsv = (claims: readonly ClaimRow[]): string =>
  [columns.map(({ key }) => key), ...claims.map((claim) => columns.map(({ words }) => words(claim)))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')

export function ledgerJson(files: readonly LedgerFile[], version: string): string {
  const claims = files.flatMap((file) =>
    file.claims.map(({ span, standing, ...claim }) => ({
      ...claim,
      start: span.start,
      end: span.end,
      ...(standing ? { standing } : {}),
    })),
  )
  return `${JSON.stringify({ version: 1, tool: { name: 'proviso', version }, claims }, null, 2)}\n`
}

export const ledgerTable = (claims: readonly ClaimRow[]): string => {
  const rows = claims.map(({ path, line, state, guard, strength, kind, rule, text }) =>
    [`${path}:${line}`, guard ? `${state} (${guard})` : state, `${strength} ${kind}`, rule, shortened(text, 60)].map(
      printable,
    ),
  )
  return `${table([['Place', 'State', 'Claim is', 'Rule', 'Words'], ...rows]).join('\n')}\n\n${countWords(claims)}\n`
}

export const countWords = (claims: readonly ClaimRow[]): string => {
  const by = new Map<string, number>()
  for (const { state } of claims) by.set(state, (by.get(state) ?? 0) + 1)
  const parts = [...by].map(([state, count]) => `${count} ${state}`)
  return `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

export function ledgerMarkdown(claims: readonly ClaimRow[]): string {
  const shown = [
    'path',
    'line',
    'text',
    'kind',
    'strength',
    'evidence',
    'limitation',
    'state',
    'reason',
    'rule',
    'owner',
    'until',
  ]
  const chosen = columns.filter(({ key }) => shown.includes(key))
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [
    `## Claims\n\n${countWords(claims)}.\n\n`,
    row(chosen.map(({ head }) => head)),
    row(chosen.map(() => '---')),
    ...claims.map((claim) => row(chosen.map(({ words }) => escapedMarkdown(shortened(String(words(claim)), 160))))),
  ].join('')
}

export const ledgerMermaid = ({ claims, path }: LedgerFile): string => argumentMap(claims, path)

export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`

/** Words of a document have no effect in Markdown. */
export const escapedMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/@(?=\w)/g, '@\u2060')
