import type { Span } from '../../engine/document/span.js'
import type { OpenDocument } from '../documents.js'

/** A rule named in a directive or in a configuration. */
export interface RuleNameAt extends Span {
  readonly rule: string
}

const NAME = /[a-z][\w-]*\/[\w-]+/g

/** The rule name that an offset touches, where rules are named: in directives, and anywhere in a configuration. */
export function ruleNameAt({ text, kind }: OpenDocument, at: number): RuleNameAt | undefined {
  const source = text.getText()
  const { start, line } = lineAround(source, at)
  if (kind === 'prose' && !line.includes('proviso-')) return undefined
  const found = [...line.matchAll(NAME)].find(
    ({ index, 0: name }) => start + index <= at && at <= start + index + name.length,
  )
  return found && { rule: found[0], start: start + found.index, end: start + found.index + found[0].length }
}

/** The line at an offset, without its end. */
export function lineAround(source: string, at: number): { readonly start: number; readonly line: string } {
  const start = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1
  const end = source.slice(at).search(/[\r\n]/)
  return { start: at === 0 ? 0 : start, line: source.slice(at === 0 ? 0 : start, end < 0 ? undefined : at + end) }
}
