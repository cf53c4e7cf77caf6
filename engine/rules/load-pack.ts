import * as z from 'zod'
import { guardIds, severities } from '../findings/finding.js'
import type { JudgeModel } from '../judge/model.js'
import { compileLexicon } from '../language/compile-lexicon.js'
import { derivedNames } from '../language/derived.js'
import type { LexiconEntry } from '../language/lexicon.js'
import { compileRules } from './compile-rules.js'
import { ruleOfElement } from './element-rule.js'
import { loadElements } from './load-elements.js'
import { loadKnowledge } from './load-knowledge.js'
import { loadProfiles } from './load-profiles.js'
import type { Pack, Rule } from './pack.js'
import type { Problem } from './problem.js'
import { readYaml } from './read-yaml.js'

export interface PackFile {
  /** Relative to the root of the pack, with `/`: `rules/training/robust-everywhere.yaml`. */
  readonly path: string
  readonly text: string
}

const slot = z.array(z.string()).optional()

const claimSchema = z.strictObject({
  means: slot,
  relation: slot,
  property: slot,
  subject: slot,
  with: z.array(z.array(z.string())).optional(),
  without: slot,
  reach: z.enum(['clause', 'near', 'next']).optional(),
  ordered: z.boolean().optional(),
})

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*\/[a-z][a-z0-9-]*$/, 'a name such as group/what-is-wrong'),
  title: z.string().min(1),
  severity: z.enum(severities),
  limitations: z.array(z.string()).default([]),
  figures: z.array(z.string()).default([]),
  what: z.string().min(1),
  why: z.string().min(1),
  instead: z.string().min(1),
  message: z.string().min(1),
  caveats: z.array(z.string()).default([]),
  claims: z.array(claimSchema).default([]),
  phrases: z.array(z.string()).default([]),
  without: z.array(z.string()).default([]),
  exempt: z.array(z.enum(guardIds)).default([]),
  examples: z.strictObject({
    flag: z.array(z.string()),
    clean: z.array(z.strictObject({ text: z.string(), because: z.enum([...guardIds, 'other']) })),
    missed: z.array(z.string()).default([]),
    alarms: z.array(z.string()).default([]),
  }),
})

const words = z.array(z.coerce.string()).default([])
const lexiconSchema = z.array(z.strictObject({ concept: z.string(), nouns: words, verbs: words, words }))

/** A pack from its files: rules/, knowledge/lexicon/, knowledge/. What is broken is reported and left out; the rest works. */
export function loadPack(files: readonly PackFile[], version = '0.0.0'): { pack: Pack; problems: Problem[] } {
  const problems: Problem[] = []
  const under = (folder: string) => files.filter(({ path }) => path.startsWith(folder))
  const knowledge = loadKnowledge(files.filter(({ path }) => /^knowledge\/[^/]+\.(?:yaml|generated\.json)$/.test(path)))
  problems.push(...knowledge.problems)
  const entries = loadLexicon(under('knowledge/lexicon/'), problems)
  const benchmarks = knowledge.knowledge.benchmarks.map(benchmarkConcept)
  const { lexicon, problems: wrong } = compileLexicon([...entries.keys(), ...benchmarks, ...derivedConcepts])
  for (const { concept, entry, message } of wrong) {
    const file = [...entries].find(([{ concept: id }]) => id === concept)?.[1] ?? 'knowledge/benchmarks.yaml'
    problems.push({ file, line: 1, column: 1, message: `${concept}: '${entry}' ${message}`, expected: 'a phrase' })
  }
  const rules = loadRules(under('rules/'), problems)
  const { compiled, problems: unknown } = compileRules(rules, lexicon)
  problems.push(...unknown)
  const profiles = loadProfiles(files, problems)
  const elements = loadElements(files, knowledge.knowledge, problems)
  const ofDocuments = elements?.list.map(ruleOfElement) ?? []
  const byId = [...rules.keys(), ...ofDocuments].sort((a, b) => (a.id < b.id ? -1 : 1))
  const judge = loadJudge(files, problems)
  const made = { version, rules: byId, knowledge: knowledge.knowledge, lexicon, compiled }
  const further = { ...(profiles ? { profiles } : {}), ...(elements ? { elements } : {}) }
  return { pack: judge ? { ...made, ...further, judge } : { ...made, ...further }, problems }
}

const JUDGE = 'knowledge/judge.json'

function loadJudge(files: readonly PackFile[], problems: Problem[]): JudgeModel | undefined {
  const file = files.find(({ path }) => path === JUDGE)
  if (!file) return undefined
  try {
    return JSON.parse(file.text) as JudgeModel
  } catch (error) {
    problems.push({ file: JUDGE, line: 1, column: 1, message: String(error), expected: 'what npm run train writes' })
    return undefined
  }
}

/** Rules with the file they came from. A team's own pack is read by the same function. */
export function loadRules(files: readonly PackFile[], problems: Problem[]): Map<Rule, PackFile> {
  const rules = new Map<Rule, PackFile>()
  for (const file of files) {
    const { value, problems: wrong } = readYaml(file, ruleSchema)
    problems.push(...wrong)
    if (value) rules.set(value, file)
  }
  return rules
}

function loadLexicon(files: readonly PackFile[], problems: Problem[]): Map<LexiconEntry, string> {
  const byConcept = new Map<string, { entry: LexiconEntry; file: string }>()
  for (const file of files) {
    const { value, problems: wrong } = readYaml(file, lexiconSchema)
    problems.push(...wrong)
    for (const entry of value ?? []) {
      const known = byConcept.get(entry.concept)?.entry
      byConcept.set(entry.concept, { entry: known ? joined(known, entry) : entry, file: file.path })
    }
  }
  return new Map([...byConcept.values()].map(({ entry, file }) => [entry, file]))
}

const joined = (a: LexiconEntry, b: LexiconEntry): LexiconEntry => ({
  concept: a.concept,
  nouns: [...a.nouns, ...b.nouns],
  verbs: [...a.verbs, ...b.verbs],
  words: [...a.words, ...b.words],
})

/** The names of a benchmark are a concept of the lexicon, so that they are found in the same pass. */
const benchmarkConcept = (benchmark: Pack['knowledge']['benchmarks'][number]): LexiconEntry => ({
  concept: `benchmark.${benchmark.capabilityCorrelated ? 'correlated' : 'other'}.${benchmark.id}`,
  nouns: [],
  verbs: [],
  words: [benchmark.name, ...benchmark.aliases].map(asWords),
  exact: benchmark.exactCase,
})

/** Concepts that no phrase can state: `engine/language/derived.ts` finds them. */
const derivedConcepts: readonly LexiconEntry[] = derivedNames.map((concept) => ({
  concept,
  nouns: [],
  verbs: [],
  words: [],
}))

/** Brackets and bars in a name are no notation. */
const asWords = (name: string): string => name.replace(/[{}()|_~$]/g, ' ').trim()
