import { kindOf, profileWords } from '../../engine/findings/missing-words.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { LedgerFile } from '../ledger/claims-in.js'
import { countWords, escapedMarkdown as escaped, shortened } from '../ledger/formats.js'
import { acrossWords } from './across.js'
import { figure } from './benchmark-section.js'
import { type Review, reviewOf } from './review.js'

/** The same review in Markdown, for a pull request or a job summary. */
export function reviewMarkdown(files: readonly LedgerFile[], pack: Pack): string {
  const review = reviewOf(files, pack)
  return [
    '# Review of claims about AI safety\n',
    `${countWords(review.claims)} in ${files.length} ${files.length === 1 ? 'document' : 'documents'}. A finding says that the evidence named cannot carry the claim, not that the claim is false. A text without findings is not a certified one.\n`,
    ...documents(review, pack),
    ...findings(review),
    ...saysMore(review),
    ...missing(review),
    ...benchmarks(review),
    ...waivers(review),
    '## Sign-off\n',
    ...['Technical review', 'Policy review', 'Legal review', 'Approval'].map((role) => `- [ ] ${role}: name, date`),
    '',
  ].join('\n')
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')

const documents = ({ files }: Review, pack: Pack): string[] => [
  '## Documents\n',
  table(
    ['Document', 'Read as', 'Words', 'Claims'],
    files.map(({ path, words, claims, result: { profile } }) => [
      escaped(path),
      profile ? escaped(`${kindOf(profile, pack)}, ${profileWords(profile)}`) : '',
      words,
      countWords(claims),
    ]),
  ),
]

const findings = ({ chapters }: Review): string[] =>
  chapters.flatMap(({ title, findings: all }) => [
    `## ${escaped(title)} (${all.length})\n`,
    ...all.map(({ file, finding: { rule, severity }, line, message, remedy, quote: [before, words, behind] }) =>
      [
        `- **${severity}** \`${rule}\`, ${escaped(file.path)}:${line}`,
        `  > ${escaped(before.slice(-120))}**${escaped(words)}**${escaped(shortened(behind, 120))}`,
        '',
        `  ${escaped(message)} *Instead:* ${escaped(remedy.instead)}${remedy.cite === '' ? '' : ` (${escaped(remedy.cite)})`}\n`,
      ].join('\n'),
    ),
  ])

const saysMore = ({ across }: Review): string[] =>
  across.length === 0
    ? []
    : [
        '## Says more than its source\n',
        ...across.map(
          ({ claim, source, how }) =>
            `- ${escaped(`${claim.path}:${claim.line}`)}: ${escaped(claim.sentence)}\n  ${acrossWords[how]}, ${escaped(`${source.path}:${source.line}`)}: ${escaped(source.sentence)}`,
        ),
        '',
      ]

const missing = ({ gaps }: Review): string[] =>
  gaps.length === 0
    ? []
    : [
        '## What was not found\n',
        ...gaps.map(({ file, finding }) => {
          const all = finding.missing?.elements ?? []
          const rows = all.map(({ title, needed, pointer }) => [
            escaped(title),
            needed,
            pointer ? escaped(pointer) : '',
          ])
          return `### ${escaped(file.path)}\n\n${table(['Element', 'Asked', 'Points elsewhere'], rows)}`
        }),
      ]

const benchmarks = ({ benchmarks: all }: Review): string[] =>
  all.length === 0
    ? []
    : [
        '## Benchmarks\n',
        table(
          ['Benchmark', 'Correlation with capability, chat models', 'What the study says'],
          all.map((one) => [escaped(one.name), figure(one, 'chat'), escaped(one.verdict ?? 'not in the study')]),
        ),
      ]

const waivers = ({ waived }: Review): string[] =>
  waived.length === 0
    ? []
    : [
        '## Claims that stand by a waiver\n',
        table(
          ['Claim', 'Place', 'Why', 'Owner', 'Until'],
          waived.map(({ text, path, line, standing }) => [
            escaped(text),
            escaped(`${path}:${line}`),
            escaped(standing?.reason ?? ''),
            escaped(standing?.owner ?? ''),
            standing?.until ?? '',
          ]),
        ),
      ]
