import { LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import type { PackFile } from './load-pack.js'
import type { Problem } from './problem.js'

/** A YAML file as a checked value, or what is wrong with it and where. Never throws. */
export function readYaml<Value>(
  { path, text }: PackFile,
  schema: z.ZodType<Value>,
): { value?: Value; problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problemAt = (offset: number, message: string, expected: string): Problem => {
    const { line, col } = lines.linePos(offset)
    return { file: path, line: Math.max(line, 1), column: Math.max(col, 1), message, expected }
  }
  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ pos, message }) => problemAt(pos[0], message, 'valid YAML')) }
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return { value: result.data, problems: [] }
  const problems = result.error.issues.map((issue) => {
    const offset = offsetOf(document, issue.path as (string | number)[])
    return problemAt(offset, `${issue.path.join('.') || 'the file'}: ${issue.message}`, expectedBy(issue))
  })
  return { problems }
}

/** The place of a value; of the nearest one above it when it is missing. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const range = (node as { range?: [number, number, number] } | undefined)?.range
    if (range) return range[0]
  }
  return 0
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`
  if (issue.code === 'unrecognized_keys') return 'no other keys than those in docs/rules.md'
  return issue.message
}
