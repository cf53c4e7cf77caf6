import type { Knowledge, Limitation, ReportRecord, Source } from '../../engine/rules/pack.js'

/** What a reference stands for. */
export type ReferenceKind = 'report' | 'limitation' | 'source'

/** A reference as CSL-JSON has it, as far as we need it. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly author: readonly CslName[]
  readonly [field: string]: unknown
}

type CslName = { readonly family: string; readonly given?: string } | { readonly literal: string }

export interface ReferenceItem {
  readonly id: string
  readonly kind: ReferenceKind
  /** Ids of the works that a limitation rests on. */
  readonly behind: readonly string[]
  readonly csl: CslItem
}

/** The report, its limitations and the works behind them, in this order. */
export function referenceItems({ report, limitations, sources }: Knowledge): ReferenceItem[] {
  const cited = new Set(limitations.flatMap((one) => one.sources))
  return [
    { id: report.key, kind: 'report', behind: [], csl: reportItem(report) },
    ...limitations.map((one) => ({
      id: one.id,
      kind: 'limitation' as const,
      behind: one.sources,
      csl: limitationItem(one, report),
    })),
    ...sources
      .filter(({ id }) => cited.has(id) && id !== report.key)
      .map((one) => ({ id: one.id, kind: 'source' as const, behind: [], csl: sourceItem(one) })),
  ]
}

/** It carries no date, so none stands here: styles print "n.d." for it. */
export const reportItem = (report: ReportRecord): CslItem => ({
  id: report.key,
  type: 'report',
  title: report.title,
  author: peopleOf(report),
  publisher: report.institution,
  language: 'en-GB',
})

/** A section of the report, with what it says as its abstract. */
const limitationItem = ({ id, section, page, limitation }: Limitation, report: ReportRecord): CslItem => ({
  id: `${report.key}-${id}`,
  type: 'chapter',
  title: section.split(' › ').at(-1) ?? section,
  'container-title': report.title,
  author: peopleOf(report),
  publisher: report.institution,
  page: String(page),
  language: 'en-GB',
  abstract: limitation,
  note: limitation,
})

function sourceItem({ id, authors, year, title, venue, url }: Source): CslItem {
  return {
    id,
    ...kindOf(venue, url),
    title,
    author: namesIn(authors),
    ...(year === null ? {} : { issued: { 'date-parts': [[year]] } }),
    ...(url === null ? {} : { URL: url }),
  }
}

const CONFERENCE = /^(?:Findings of )?(?:ICLR|NeurIPS|ICML|[A-Z]*ACL|EMNLP|CVPR|AAAI)\b/
const JOURNAL = /^(?:TMLR|TACL|Nature|Distill|Applied Sciences)\b/
const DATE = /^(?:v\d+, )?(?:\d{1,2} )?[A-Z][a-z]+ \d{4}(?:, .*)?$/

/** What the place of publication says of the kind of work. */
function kindOf(venue: string | null, url: string | null): Pick<CslItem, 'type'> & { [field: string]: unknown } {
  if (venue && CONFERENCE.test(venue)) return { type: 'paper-conference', 'container-title': venue }
  if (venue && JOURNAL.test(venue))
    return { type: 'article-journal', 'container-title': venue.replace(/,? \w* ?\d+$/, '') }
  if (url?.startsWith('https://arxiv.org/')) return { type: 'article', publisher: 'arXiv' }
  const publisher = venue && !DATE.test(venue) ? { publisher: venue } : {}
  return { type: url === null ? 'document' : 'webpage', ...publisher }
}

const peopleOf = ({ authors }: ReportRecord): CslName[] =>
  authors.map((name) => {
    const words = name.split(' ')
    return { given: words.slice(0, -1).join(' '), family: words.at(-1) as string }
  })

/** Sources name people by family alone, and organisations as they are. What stands in brackets is where they work. */
function namesIn(authors: string): CslName[] {
  const all = authors.replace(/ \([^)]*\)/g, '')
  if (all.endsWith(' et al.')) return [{ literal: all }]
  const names = all.split(', ')
  return names.length === 1 && all.includes(' ') ? [{ literal: all }] : names.map((family) => ({ family }))
}
