import { isSeq, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import type { PackFile } from './load-pack.js'
import type { Problem } from './problem.js'

type Path = readonly (string | number)[]
type Tell = (path: Path, message: string, expected: string) => Problem

/** A checked value and a way to say what is wrong with a part of it, at the place where that part stands. */
export interface Entry<Value> {
  readonly value: Value
  readonly problem: Tell
}

/** A YAML file, entry by entry: what is broken is reported and left out, the rest works. */
export interface KnowledgeFile {
  readonly name: string
  readonly text: string
  readonly problems: readonly Problem[]
  /** 0-based UTF-16 offset of a part; of the nearest one above it when it is missing. */
  offsetOf(path: Path): number
  problemAt(offset: number, message: string, expected: string): Problem
  one<Value>(path: Path, schema: z.ZodType<Value>, problems: Problem[]): Entry<Value> | undefined
  list<Value>(path: Path, schema: z.ZodType<Value>, problems: Problem[]): readonly Entry<Value>[]
}

export function openKnowledgeFile({ path: name, text }: PackFile): KnowledgeFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const nodeAt = (path: Path): unknown => (path.length === 0 ? document.contents : document.getIn(path, true))

  const offsetOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const range = (nodeAt(path.slice(0, length)) as { range?: readonly number[] } | undefined)?.range
      if (range) return range[0] ?? 0
    }
    return 0
  }
  const problemAt = (offset: number, message: string, expected: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return { file: name, line: Math.max(line, 1), column: Math.max(col, 1), message, expected }
  }
  const problems = document.errors.map(({ pos, message }) => problemAt(pos[0], message, 'valid YAML'))
  // An alias bomb or the like makes `toJS` throw; a file with errors is not read at all.
  const whole: unknown = problems.length > 0 ? undefined : document.toJS()

  const one = <Value>(path: Path, schema: z.ZodType<Value>, found: Problem[]): Entry<Value> | undefined => {
    const problem: Tell = (inner, message, expected) => problemAt(offsetOf([...path, ...inner]), message, expected)
    const result = schema.safeParse(valueAt(whole, path))
    if (result.success) return { value: result.data, problem }
    for (const issue of result.error.issues)
      found.push(problem(issue.path as Path, messageOf(issue), expectedBy(issue)))
    return undefined
  }
  const list = <Value>(path: Path, schema: z.ZodType<Value>, found: Problem[]): readonly Entry<Value>[] => {
    const node = nodeAt(path)
    if (!isSeq(node)) {
      if (problems.length === 0) found.push(problemAt(offsetOf(path), 'no list of entries', 'a list'))
      return []
    }
    return node.items.flatMap((_, at) => one([...path, at], schema, found) ?? [])
  }
  return { name, text, problems, offsetOf, problemAt, one, list }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value)

const messageOf = (issue: z.core.$ZodIssue): string => `${issue.path.join('.') || 'the entry'}: ${issue.message}`

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`
  if (issue.code === 'unrecognized_keys') return `an entry without ${issue.keys.join(', ')}`
  return issue.message
}
