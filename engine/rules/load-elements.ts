import * as z from 'zod'
import { type Profile, profiles } from '../config/profiles.js'
import { compileLexicon } from '../language/compile-lexicon.js'
import type { LexiconEntry } from '../language/lexicon.js'
import type { PackFile } from './load-pack.js'
import type { Element, Elements, Knowledge } from './pack.js'
import type { Problem } from './problem.js'
import { readYaml } from './read-yaml.js'

const text = z.string().min(1)
const list = z.array(text).min(1)
const kinds = z.array(z.enum(profiles)).default([])

const elementSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: text,
  need: text,
  notEnough: text,
  why: text,
  required: kinds,
  recommended: kinds,
  section: text,
  page: z.number().int().positive(),
  outside: list,
  honestAbsence: z.boolean().default(false),
  saidByDenial: z.boolean().default(false),
  gate: text.optional(),
  gateIn: z.array(z.enum(profiles)).optional(),
  ofShortTexts: z.boolean().default(false),
  heading: text,
  questions: list,
  headings: list,
  cue: list,
  with: z.array(list).min(1, 'at least one list of qualifiers'),
  covers: list,
  lacks: list,
})

const schema = z.strictObject({
  lists: z.record(text, list),
  gates: z.record(text, list),
  elements: z.array(elementSchema).min(1),
})
type File = z.infer<typeof schema>

export const ELEMENTS = 'knowledge/elements.yaml'

/** Concepts that are read off a sentence: numbers, and what is marked in it. */
export const readOff = ['figure.number', 'figure.percent', 'figure.year', 'mark.link', 'mark.footnote'] as const

/** The elements, compiled; undefined where a pack has no file of them. */
export function loadElements(
  files: readonly PackFile[],
  { report }: Pick<Knowledge, 'report'>,
  problems: Problem[],
): Elements | undefined {
  const file = files.find(({ path }) => path === ELEMENTS)
  if (!file) return undefined
  const { value, problems: wrong } = readYaml(file, schema)
  problems.push(...wrong)
  if (!value) return undefined
  const at = (id: string) => placeOf(file, id)
  const { lexicon, problems: phrases } = compileLexicon(entriesOf(value))
  for (const { concept, entry, message } of phrases) {
    problems.push({
      ...at(concept.split('/')[0] ?? ''),
      message: `${concept}: '${entry}' ${message}`,
      expected: 'a phrase',
    })
  }
  for (const one of value.elements)
    problems.push(...wrongIn(one, value, report).map((said) => ({ ...at(one.id), ...said })))
  return { list: value.elements.map(elementOf), lexicon }
}

function placeOf({ path, text }: PackFile, id: string): Pick<Problem, 'file' | 'line' | 'column'> {
  const before = text.slice(0, Math.max(0, text.indexOf(`- id: ${id}\n`)))
  return { file: path, line: before.split('\n').length, column: 1 }
}

function wrongIn(
  { id, gate, section, page, required, recommended }: File['elements'][number],
  { gates, elements }: File,
  report: Knowledge['report'],
): Pick<Problem, 'message' | 'expected'>[] {
  const found: Pick<Problem, 'message' | 'expected'>[] = []
  if (gate !== undefined && !(gate in gates))
    found.push({ message: `${id}: no gate is called '${gate}'`, expected: `one of ${Object.keys(gates).join(', ')}` })
  const known = report.sections.find(({ title }) => title === section.split(' › ')[0])
  if (!known)
    found.push({ message: `${id}: '${section}' is not in the table of contents`, expected: 'a title of report.yaml' })
  else if (known.page !== page)
    found.push({ message: `${id}: that section begins on page ${known.page}`, expected: `page ${known.page}` })
  if (elements.filter((other) => other.id === id).length > 1)
    found.push({ message: `${id} stands twice`, expected: 'an id of its own' })
  if (required.length + recommended.length === 0)
    found.push({ message: `${id} is asked of no kind of document`, expected: 'a profile' })
  return found
}

function entriesOf({ lists, gates, elements }: File): LexiconEntry[] {
  const entry = (concept: string, phrases: readonly string[]): LexiconEntry => ({
    concept,
    nouns: phrases,
    verbs: [],
    words: [],
  })
  return [
    ...readOff.map((concept) => entry(concept, [])),
    ...Object.entries(lists).map(([name, phrases]) => entry(name, phrases)),
    ...Object.entries(gates).map(([name, phrases]) => entry(`gate/${name}`, phrases)),
    ...elements.flatMap(({ id, cue, with: qualifiers }) => [
      entry(`${id}/cue`, cue),
      ...qualifiers.map((phrases, number) => entry(`${id}/${number}`, phrases)),
    ]),
  ]
}

function elementOf({
  required,
  recommended,
  with: { length: qualifiers },
  cue: _,
  gate,
  gateIn,
  ...rest
}: File['elements'][number]): Element {
  const asked = (of: readonly Profile[], how: 'required' | 'recommended') => of.map((name) => [name, how] as const)
  return {
    ...rest,
    ...(gate === undefined ? {} : { gate }),
    ...(gateIn === undefined ? {} : { gateIn }),
    profiles: Object.fromEntries([...asked(required, 'required'), ...asked(recommended, 'recommended')]),
    qualifiers,
  }
}
