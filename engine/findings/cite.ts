import type { Knowledge, Limitation, ReportRecord, Source } from '../rules/pack.js'

/** The report, section and page, for a reader: `Janků et al. (n.d.), We have no science of safe AI, Conclusion, p. 35`. */
export function citeReport(report: ReportRecord, { section, page }: Pick<Limitation, 'section' | 'page'>): string {
  return `${report.short} (${report.year}), ${report.title}, ${section}, p. ${page}`
}

/** A source within a sentence: `Ren et al. 2024`, `Emerging Technology Observatory 2024`. */
export function citeShort({ authors, year }: Source): string {
  const names = authors.replace(/ \([^)]*\)/g, '').split(', ')
  const first = names[0] ?? authors
  const people = names.length > 1 && !first.endsWith('et al.') ? `${first} et al.` : first
  return `${people} ${year ?? 'n.d.'}`
}

/** A source in Markdown, linked where an address is known. */
export function citeLinked(source: Source): string {
  return source.url ? `[${citeShort(source)}](${source.url})` : citeShort(source)
}

/** A source in full, for a list: authors, year, title, venue. */
export function citeFull({ authors, year, title, venue, url }: Source): string {
  const work = url ? `[${title}](${url})` : title
  return `${authors} (${year ?? 'n.d.'}). ${work}${venue ? `. ${venue}` : ''}.`
}

export function sourceOf({ sources }: Knowledge, id: string): Source | undefined {
  return sources.find((source) => source.id === id)
}
