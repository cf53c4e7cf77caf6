import * as z from 'zod'
import type { Span } from '../document/span.js'
import type { Rule } from '../rules/pack.js'
import { configSchema } from './schema.js'

/** Something that may stand at a place in a configuration. */
export interface Suggestion {
  readonly label: string
  readonly kind: 'key' | 'rule' | 'value'
  /** In a few words, beside the label. */
  readonly detail?: string
  readonly documentation?: string
  /** What is written; the label when it is missing. */
  readonly insert?: string
  readonly replace: Span
}

/** The part of a JSON schema that is looked at. */
interface Schema {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly type?: string
}

let made: Schema | undefined

function schema(): Schema {
  made ??= z.toJSONSchema(configSchema, { io: 'input' }) as Schema
  return made
}

/** What the schema of `.proviso.yaml` lets stand at an offset of a text, which need not be valid YAML. */
export function suggestIn(text: string, offset: number, rules: readonly Rule[]): Suggestion[] {
  const cursor = cursorAt(text, offset)
  const here = schemaAt(cursor.path)
  if (!here) return []
  const { replace } = cursor
  if (cursor.key !== undefined) return values(memberOf(here, cursor.key), replace)
  if (cursor.inList && itemOf(here)?.type !== 'object') return values(itemOf(here), replace)
  const at = cursor.inList ? itemOf(here) : here
  return at?.propertyNames ? ruleNames(rules, replace) : keys(at, replace)
}

const keys = (at: Schema | undefined, replace: Span): Suggestion[] =>
  Object.entries(at?.properties ?? {}).map(([label, { description }]) => ({
    label,
    kind: 'key',
    insert: `${label}: `,
    ...(description === undefined ? {} : { documentation: description }),
    replace,
  }))

function ruleNames(rules: readonly Rule[], replace: Span): Suggestion[] {
  const groups = [...new Set(rules.map(({ id }) => `${id.split('/')[0]}/*`))]
  return [
    ...rules.map(({ id, title, what }): Suggestion => named(id, title, what, replace)),
    ...groups.map((group) => named(group, 'all rules of the group', undefined, replace)),
    named('*', 'all rules', undefined, replace),
  ]
}

/** A star at the beginning is an alias in YAML unless it is quoted. */
function named(label: string, detail: string, documentation: string | undefined, replace: Span): Suggestion {
  const insert = `${label.startsWith('*') ? `"${label}"` : label}: `
  return { label, kind: 'rule', detail, insert, replace, ...(documentation === undefined ? {} : { documentation }) }
}

const values = (at: Schema | undefined, replace: Span): Suggestion[] =>
  (at?.enum ?? []).map((label) => ({ label, kind: 'value', replace }))

function schemaAt(path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((at, key) => (key === ITEM ? itemOf(at) : memberOf(at, key)), schema())
}

function memberOf(at: Schema | undefined, key: string): Schema | undefined {
  if (at?.properties) return at.properties[key]
  return typeof at?.additionalProperties === 'object' ? at.additionalProperties : undefined
}

const itemOf = (at: Schema | undefined): Schema | undefined =>
  at?.items ?? at?.anyOf?.find(({ items }) => items !== undefined)?.items

const ITEM = '-'

interface Cursor {
  /** Keys and items that lead to the place, outermost first. */
  readonly path: readonly string[]
  /** The key whose value is being written. */
  readonly key?: string
  readonly inList: boolean
  /** The word being written. */
  readonly replace: Span
}

const LINE = /^( *)((?:- +)*)(?:(["']?)([^"':#]+)\3:)?/

function cursorAt(text: string, offset: number): Cursor {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const before = text.slice(offset === 0 ? 0 : start, offset)
  const word = /[^\s:,[\]{}]*$/.exec(before)?.[0] ?? ''
  const [, indent = '', dashes = '', , key] = LINE.exec(before) ?? []
  const replace = { start: offset - word.length, end: offset }
  const column = indent.length + dashes.length
  const path = pathAbove(text.slice(0, start), dashes === '' ? column : indent.length)
  const items = dashes === '' ? [] : dashes.trim().split(/ +/)
  const inList = items.length > 0 && key === undefined
  const inside = [...path, ...(inList ? items.slice(1) : items).map(() => ITEM)]
  return { path: inside, inList, replace, ...(key === undefined ? {} : { key: key.trim() }) }
}

/** The keys of the lines above that are indented less and less, with an item for each dash on the way. */
function pathAbove(text: string, column: number): string[] {
  const path: string[] = []
  let least = column
  for (const line of text.split(/\r\n|\r|\n/).reverse()) {
    if (/^\s*(#|$)/.test(line) || least === 0) continue
    const [, indent = '', dashes = '', , key] = LINE.exec(line) ?? []
    const at = indent.length + dashes.length
    if (key !== undefined && at < least) {
      path.unshift(key.trim())
      least = at
    }
    if (dashes !== '' && indent.length < least) {
      path.unshift(ITEM)
      least = indent.length === 0 ? 1 : indent.length + 1
    }
  }
  return path
}
