import type { Entry } from './knowledge-file.js'
import type { Benchmark, Figure, Limitation, NewerFact, ReportRecord, Source } from './pack.js'
import type { Problem } from './problem.js'

export interface KnowledgeEntries {
  readonly report?: ReportRecord
  readonly limitations: readonly Entry<Limitation>[]
  readonly figures: readonly Entry<Figure>[]
  readonly newer: readonly Entry<NewerFact>[]
  readonly benchmarks: readonly Entry<Benchmark>[]
  readonly sources: readonly Entry<Source>[]
}

/** What the schemas cannot see: whether the entries fit each other. */
export function checkKnowledge(all: KnowledgeEntries): readonly Problem[] {
  const sources = idsOf(all.sources)
  const limitations = idsOf(all.limitations)
  return [
    ...[all.limitations, all.figures, all.newer, all.benchmarks, all.sources].flatMap((entries) =>
      repeatedIds(entries),
    ),
    ...[...all.limitations, ...all.figures].flatMap((entry) =>
      unknownIn(entry, 'sources', entry.value.sources, sources),
    ),
    ...all.newer.flatMap((entry) => unknownIn(entry, 'source', [entry.value.source], sources)),
    ...all.newer.flatMap((entry) => unknownIn(entry, 'limitations', entry.value.limitations, limitations)),
    ...all.benchmarks.flatMap((entry) => unknownIn(entry, 'source', [entry.value.source], sources)),
    ...all.benchmarks.flatMap((entry) =>
      unknownIn(entry, 'paper', entry.value.paper ? [entry.value.paper] : [], sources),
    ),
    ...repeatedNames(all.benchmarks),
    ...all.limitations.flatMap((entry) => wrongPage(entry, all.report)),
  ]
}

type WithId = { readonly id: string }

const idsOf = (entries: readonly Entry<WithId>[]): ReadonlySet<string> => new Set(entries.map(({ value }) => value.id))

function repeatedIds(entries: readonly Entry<WithId>[]): readonly Problem[] {
  const seen = new Set<string>()
  return entries.flatMap(({ value: { id }, problem }) => {
    const known = seen.has(id)
    seen.add(id)
    return known ? [problem(['id'], `'${id}' stands twice`, 'an id of its own')] : []
  })
}

/** A path into the entry is `[key]` for a single name and `[key, at]` for one of a list. */
function unknownIn(
  { value, problem }: Entry<WithId>,
  key: string,
  names: readonly string[],
  known: ReadonlySet<string>,
): readonly Problem[] {
  const what = key === 'limitations' ? 'limitation' : 'source'
  return names.flatMap((name, at) =>
    known.has(name) ? [] : [problem([key, at], `${value.id}: no ${what} is called '${name}'`, `the id of a ${what}`)],
  )
}

/** Names meet without regard to case, since that is how they are looked up in a text. */
function repeatedNames(benchmarks: readonly Entry<Benchmark>[]): readonly Problem[] {
  const owners = new Map<string, string>()
  return benchmarks.flatMap(({ value: { id, name, aliases }, problem }) =>
    [name, ...aliases].flatMap((word, at) => {
      const owner = owners.get(word.toLowerCase())
      owners.set(word.toLowerCase(), owner ?? id)
      const path = at === 0 ? ['name'] : ['aliases', at - 1]
      return owner === undefined ? [] : [problem(path, `'${word}' already names ${owner}`, 'a name of its own')]
    }),
  )
}

function wrongPage({ value, problem }: Entry<Limitation>, report?: ReportRecord): readonly Problem[] {
  if (!report) return []
  const title = value.section.split(' › ')[0]
  const section = report.sections.find((known) => known.title === title)
  if (!section) return [problem(['section'], `'${title}' is not in the table of contents`, 'a title of report.yaml')]
  if (section.page === value.page) return []
  return [problem(['page'], `'${title}' does not begin on page ${value.page}`, `page ${section.page}`)]
}
