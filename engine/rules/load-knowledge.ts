import type * as z from 'zod'
import { checkKnowledge } from './check-knowledge.js'
import { type Entry, type KnowledgeFile, openKnowledgeFile } from './knowledge-file.js'
import {
  benchmarkSchema,
  figureSchema,
  limitationSchema,
  neverPrintSchema,
  newerSchema,
  reportSchema,
  sourceSchema,
} from './knowledge-schema.js'
import type { PackFile } from './load-pack.js'
import { forbiddenIn, type NeverPrint } from './never-print.js'
import type { Knowledge, ReportRecord, ReportReference } from './pack.js'
import type { Problem } from './problem.js'

export interface LoadedKnowledge {
  readonly knowledge: Knowledge
  /** For checks of our own texts; no part of the pack. */
  readonly neverPrint: readonly NeverPrint[]
  readonly problems: readonly Problem[]
}

const names = ['report', 'limitations', 'figures', 'newer', 'benchmarks', 'sources'] as const
type Name = (typeof names)[number]

/**
 * Knowledge from the YAML files under knowledge/ (others are ignored). What is broken is reported and left out; the rest works.
 * No files at all is empty knowledge, some without the others is a problem.
 */
export function loadKnowledge(files: readonly PackFile[]): LoadedKnowledge {
  const opened = new Map(names.flatMap((name) => open(files, name)))
  const problems = [...missing(opened), ...[...opened.values()].flatMap((file) => file.problems)]
  const list = <Value>(name: Name, schema: z.ZodType<Value>, path: readonly string[] = []) =>
    opened.get(name)?.list(path, schema, problems) ?? []

  const report = opened.get('report')?.one([], reportSchema, problems)?.value
  const entries = {
    limitations: list('limitations', limitationSchema),
    figures: list('figures', figureSchema, ['figures']),
    newer: list('newer', newerSchema),
    benchmarks: list('benchmarks', benchmarkSchema),
    sources: list('sources', sourceSchema),
  }
  const neverPrint = values(list('figures', neverPrintSchema, ['neverPrint']))
  problems.push(...checkKnowledge(report ? { report, ...entries } : entries))
  problems.push(...[...opened.values()].flatMap((file) => forbidden(file, neverPrint)))
  const knowledge = {
    report: withReference(report ?? noReport, files),
    limitations: values(entries.limitations),
    figures: values(entries.figures),
    newer: values(entries.newer),
    benchmarks: values(entries.benchmarks),
    sources: values(entries.sources),
  }
  return { knowledge, neverPrint, problems }
}

const noReport: ReportRecord = {
  key: '',
  short: '',
  authors: [],
  title: '',
  institution: '',
  year: 'n.d.',
  sections: [],
}

/** The file is made by `npm run generate`, which is what tests compare it with. */
function withReference(report: ReportRecord, files: readonly PackFile[]): ReportRecord {
  const file = files.find(({ path }) => path.endsWith('/references.generated.json'))
  const all = file ? (JSON.parse(file.text) as (ReportReference & { id: string })[]) : []
  const found = all.find(({ id }) => id === report.key)
  return found ? { ...report, reference: { bibtex: found.bibtex, csl: found.csl, text: found.text } } : report
}

const values = <Value>(entries: readonly Entry<Value>[]): readonly Value[] => entries.map(({ value }) => value)

function open(files: readonly PackFile[], name: Name): readonly (readonly [Name, KnowledgeFile])[] {
  const file = files.find(({ path }) => path.split('/').at(-1) === `${name}.yaml`)
  return file ? [[name, openKnowledgeFile(file)]] : []
}

function missing(opened: ReadonlyMap<Name, KnowledgeFile>): readonly Problem[] {
  if (opened.size === 0) return []
  return names
    .filter((name) => !opened.has(name))
    .map((name) => ({
      file: `knowledge/${name}.yaml`,
      line: 1,
      column: 1,
      message: 'the file is missing',
      expected: `knowledge on ${name}`,
    }))
}

/** The patterns themselves stand at the end of their file and are no print. */
function forbidden(file: KnowledgeFile, neverPrint: readonly NeverPrint[]): readonly Problem[] {
  const own = file.text.search(/^neverPrint:/m)
  const text = own < 0 ? file.text : file.text.slice(0, own)
  return forbiddenIn(text, neverPrint).map(({ id, start, end }) =>
    file.problemAt(start, `'${text.slice(start, end)}' must not be printed (${id})`, 'a figure that passed its check'),
  )
}
