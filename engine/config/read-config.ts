import { type Document, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import type * as z from 'zod'
import { nearest } from '../findings/nearest.js'
import type { ConfigProblem } from './config-problem.js'
import { offsetOfKey, offsetOfValue, type Path, type Place, placeAt } from './places.js'
import { type Config, configSchema } from './schema.js'

/** A rule or a group that a configuration names, and where. */
export interface RuleName extends Place {
  readonly file: string
  readonly name: string
}

export interface ReadConfig {
  /** What could be understood; keys with something wrong in them are left out. */
  readonly config: Config
  readonly problems: readonly ConfigProblem[]
  readonly ruleNames: readonly RuleName[]
  /** Where the value at a path of keys begins. */
  readonly placeOf: (path: Path) => Place
}

/** A `.proviso.yaml` from its text. Pure and total: what is wrong is reported, and the rest is kept. */
export function readConfig(file: string, text: string): ReadConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): { file: string } & Place => ({ file, ...placeAt(lines, offset) })
  const placeOf = (path: Path): Place => placeAt(lines, offsetOfValue(document, path))
  const broken = (problems: readonly ConfigProblem[]): ReadConfig => ({ config: {}, problems, ruleNames: [], placeOf })
  if (document.errors.length > 0) {
    return broken(document.errors.map(({ pos, message }) => error(at(pos[0]), message, 'valid YAML')))
  }
  const value = contentOf(document)
  if (value === null) return broken([])
  if (!isRecord(value)) return broken([error(at(0), 'this file holds no settings', 'keys such as rules:')])
  const source: Source = { document, value, at }
  const { config, problems } = checkKeys(source)
  return { config, problems, ruleNames: ruleNamesIn(source, config), placeOf }
}

interface Source {
  readonly document: Document<ParsedNode>
  readonly value: Readonly<Record<string, unknown>>
  readonly at: (offset: number) => { file: string } & Place
}

const error = (place: { file: string } & Place, message: string, expected: string): ConfigProblem => ({
  ...place,
  severity: 'error',
  message,
  expected,
})

const warning = (place: { file: string } & Place, message: string, expected: string): ConfigProblem => ({
  ...error(place, message, expected),
  severity: 'warning',
})

/** Too many aliases make the library throw; such a file holds nothing that we want. */
function contentOf(document: Document<ParsedNode>): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each key on its own, so that one mistake does not cost the other keys. */
function checkKeys(source: Source): { config: Config; problems: ConfigProblem[] } {
  const shape: Readonly<Record<string, z.ZodType>> = configSchema.shape
  const config: Record<string, unknown> = {}
  const problems: ConfigProblem[] = []
  for (const [key, value] of Object.entries(source.value)) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (!schema) problems.push(unknownKey(source, [key], Object.keys(shape)))
    else if (value !== null) problems.push(...checkValue(source, key, value, schema, config))
  }
  return { config: config as Config, problems }
}

/** Unknown keys further in are only warned of: the value is read again without them. */
function checkValue(
  source: Source,
  key: string,
  value: unknown,
  schema: z.ZodType,
  config: Record<string, unknown>,
): ConfigProblem[] {
  const result = schema.safeParse(value)
  if (result.success) {
    config[key] = result.data
    return []
  }
  const strange = result.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
  const rest = result.error.issues.filter((issue) => issue.code !== 'unrecognized_keys')
  const warnings = strange.flatMap((issue) => unknownKeys(source, key, issue))
  if (rest.length > 0) return [...warnings, ...rest.map((issue) => wrongValue(source, key, issue))]
  const again = schema.safeParse(without(value, strange))
  if (again.success) config[key] = again.data
  return warnings
}

type Unrecognised = z.core.$ZodIssueUnrecognizedKeys

function unknownKeys(source: Source, key: string, { path, keys }: Unrecognised): ConfigProblem[] {
  return keys.map((name) => unknownKey(source, [key, ...path, name], knownUnder[key] ?? []))
}

const knownUnder: Readonly<Record<string, readonly string[]>> = {
  overrides: ['files', 'rules', 'profile'],
  terms: ['models', 'benchmarks'],
}

function unknownKey({ document, at }: Source, path: Path, known: readonly string[]): ConfigProblem {
  const name = String(path.at(-1))
  const meant = nearest(name, known)
  const message = `unknown key '${name}'${meant ? `; did you mean '${meant}'?` : ''}`
  return warning(at(offsetOfKey(document, path)), message, meant ? '' : `one of ${known.join(', ')}`)
}

function wrongValue({ document, at }: Source, key: string, issue: z.core.$ZodIssue): ConfigProblem {
  const path = [key, ...issue.path]
  return error(at(offsetOfValue(document, path)), `${path.map(String).join('.')}: ${reason(issue)}`, expectedBy(issue))
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return 'no such value'
  if (issue.code === 'too_small') return 'is empty'
  return 'wrong kind of value'
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`
  if (issue.code === 'too_small') return 'some text'
  return 'text or a list of texts'
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'text',
  object: 'keys with values',
  record: 'rule names with a severity or off',
}

/** A copy without the keys that the issues name. */
function without(value: unknown, issues: readonly Unrecognised[]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value))
  for (const { path, keys } of issues) {
    const parent = path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)[step], copy)
    for (const key of keys) delete (parent as Record<string, unknown>)[key]
  }
  return copy
}

function ruleNamesIn({ document, at }: Source, { rules = {}, overrides = [] }: Config): RuleName[] {
  const named = (path: Path, of: Config['rules'] = {}): RuleName[] =>
    Object.keys(of).map((name) => ({ name, ...at(offsetOfKey(document, [...path, name])) }))
  return [
    ...named(['rules'], rules),
    ...overrides.flatMap((one, index) => named(['overrides', index, 'rules'], one.rules)),
  ]
}
