import * as z from 'zod'
import type { NeverPrint } from './never-print.js'
import {
  type Benchmark,
  effects,
  type Figure,
  type Limitation,
  type NewerFact,
  qualifies,
  type ReportRecord,
  type Source,
} from './pack.js'

const text = z.string().min(1)
const id = z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
const rule = z.string().regex(/^[a-z]+\/[a-z-]+$/, 'a rule such as training/rlhf-sufficient')
const page = z.number().int().positive()
const percent = z.number().min(-100).max(100)
const cited = z.array(id).min(1, 'at least one source')

export const reportSchema: z.ZodType<ReportRecord> = z.strictObject({
  key: id,
  short: text,
  authors: z.array(text).min(1),
  title: text,
  institution: text,
  year: z.string().regex(/^(n\.d\.|c\. \d{4})$/, '"n.d." or "c. 2024", since no date stands in the report'),
  sections: z.array(z.strictObject({ title: text, page })).min(1),
})

export const limitationSchema: z.ZodType<Limitation> = z.strictObject({
  id,
  section: text,
  page,
  limitation: text,
  sources: cited,
  note: text.exactOptional(),
})

export const figureSchema: z.ZodType<Figure> = z.strictObject({
  id,
  about: text,
  say: text,
  rules: z.array(rule),
  sources: cited,
})

export const neverPrintSchema: z.ZodType<NeverPrint> = z.strictObject({
  id,
  pattern: text.refine(isPattern, 'a regular expression'),
})

export const newerSchema: z.ZodType<NewerFact> = z
  .strictObject({
    id,
    date: text,
    effect: z.enum(effects),
    level: z.enum(['A', 'B', 'C']),
    rules: z.array(rule).min(1),
    limitations: z.array(id).default([]),
    say: text,
    source: id,
    reporter: text.exactOptional(),
  })
  .refine(({ level, reporter }) => level !== 'C' || reporter !== undefined, {
    path: ['reporter'],
    message: 'a fact of level C names its reporter',
  })
  .refine(({ effect, limitations }) => !qualifies(effect) || limitations.length > 0, {
    path: ['limitations'],
    message: 'a fact that narrows or disputes names the limitations beside which it is shown',
  })

const correlation = z.strictObject({
  chat: percent.nullable(),
  base: percent.nullable(),
  vision: percent.exactOptional(),
})

export const benchmarkSchema: z.ZodType<Benchmark> = z.strictObject({
  id,
  name: text,
  aliases: z.array(text),
  exactCase: z.array(text).default([]),
  kind: z.enum(['safety', 'capability']),
  measures: text,
  inStudy: z.boolean(),
  correlation: correlation.nullable(),
  split: text.nullable().default(null),
  against: text.default('capabilities score'),
  signConfirmed: z.boolean().default(true),
  interval: z.tuple([percent, percent]).nullable(),
  models: z.strictObject({ chat: page.nullable(), base: page.nullable() }).nullable(),
  splits: z.array(z.strictObject({ name: text, correlation, capabilityCorrelated: z.boolean() })).default([]),
  verdict: text.nullable(),
  capabilityCorrelated: z.boolean(),
  basis: text.nullable(),
  note: text.exactOptional(),
  source: id,
  paper: id.nullable(),
})

export const sourceSchema: z.ZodType<Source> = z.strictObject({
  id,
  authors: text,
  year: z.number().int().nullable(),
  title: text,
  venue: text.nullable(),
  url: z.url().nullable(),
  finding: text.exactOptional(),
})

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'giu').source !== ''
  } catch {
    return false
  }
}
