import { ok } from 'node:assert/strict'
import { Ajv } from 'ajv'
import { launch, suppressed } from '../documents.js'
import { type Circumstances, type Files, runOn } from '../workspace.js'

/** A path and words with every character that one of the formats must escape. */
export const odd = 'a b/ü%,:&"<1>.md'
const oddText = `# A | B & "C"

=Lark| is <completely \`safe\`>, said @someone & 模型 😀 100%: the model is completely safe.\u0001
`
export const files: Files = { 'docs/launch.md': launch, 'notes.md': suppressed, [odd]: oddText, 'clean.md': 'Lunch.\n' }

/** What a run prints in a format. */
export const check = async (
  format: string,
  on: Files = files,
  around: Circumstances = {},
  ...more: readonly string[]
) => (await runOn(on, ['check', '--format', format, ...more], around)).stdout

export const text = { type: 'string', minLength: 1 }
export const whole = { type: 'integer', minimum: 1 }
export const object = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
})

export function fits(value: unknown, schema: object): void {
  const validate = new Ajv({ strict: false }).compile(schema)
  ok(validate(value), JSON.stringify(validate.errors, null, 2))
}
