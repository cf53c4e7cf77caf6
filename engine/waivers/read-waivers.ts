import { isSeq, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import type { ConfigProblem } from '../config/config-problem.js'
import { severities } from '../findings/finding.js'
import type { Waiver } from './waiver.js'

/** A waiver with the line (from 1) on which it begins. */
export interface PlacedWaiver extends Waiver {
  readonly line: number
}

export interface ReadWaivers {
  readonly waivers: readonly PlacedWaiver[]
  readonly problems: readonly ConfigProblem[]
}

const text = z.coerce.string()
const day = text.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day such as 2026-11-28')

export const waiverSchema: z.ZodType<Waiver> = z.strictObject({
  claim: z.string().min(1),
  rule: z.string().min(1),
  severity: z.enum(severities),
  text: text,
  file: text,
  reason: text.exactOptional(),
  evidence: text.exactOptional(),
  owner: text.exactOptional(),
  approver: text.exactOptional(),
  date: day,
  until: day.exactOptional(),
  model: text.exactOptional(),
})

/** Waivers from their file. Pure and total: what is wrong is reported with its place, and the rest is kept. */
export function readWaivers(file: string, source: string): ReadWaivers {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' })
  const problem = (offset: number, message: string, expected: string): ConfigProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), severity: 'error', message, expected }
  }
  const [error] = document.errors
  if (error) return { waivers: [], problems: [problem(error.pos[0], error.message, 'valid YAML')] }
  if (document.contents === null) return { waivers: [], problems: [] }
  if (!isSeq(document.contents))
    return { waivers: [], problems: [problem(0, 'this file holds no list', 'a list of waivers')] }
  const waivers = new Map<string, PlacedWaiver>()
  const problems: ConfigProblem[] = []
  for (const node of document.contents.items as { range?: readonly number[]; toJS(of: unknown): unknown }[]) {
    const start = node.range?.[0] ?? 0
    const { data, error } = waiverSchema.safeParse(withoutEmpty(node.toJS(document)))
    if (error) problems.push(...error.issues.map((issue) => problem(start, wordsFor(issue), expectedBy(issue))))
    else if (waivers.has(data.claim))
      problems.push(problem(start, `the claim ${data.claim} is waived twice`, 'one waiver for a claim'))
    else waivers.set(data.claim, { ...data, line: lines.linePos(start).line })
  }
  return { waivers: [...waivers.values()], problems }
}

/** An empty field is one that nobody filled in yet. */
const withoutEmpty = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry)
    ? Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== '' && value !== null))
    : entry

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown key '${issue.keys[0]}' in a waiver`
  const field = issue.path.join('.')
  return field === '' ? 'this is no waiver' : `${field}: is missing or has no such value`
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_format') return issue.message
  return issue.code === 'unrecognized_keys' ? '' : 'claim, rule, severity, text, file and date'
}
