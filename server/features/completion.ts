import {
  type CompletionItem,
  CompletionItemKind,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { type Suggestion, suggestIn } from '../../engine/config/suggest.js'
import type { Span } from '../../engine/document/span.js'
import type { Rule } from '../../engine/rules/pack.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { toOffset, toRange } from '../to-lsp.js'
import { lineAround } from './rule-names.js'

export const completionTriggers = ['-', '/', ',', ' ', ':']

export function registerCompletion(core: Core): void {
  core.connection.onCompletion((params) => complete(params, core))
}

function complete({ textDocument: { uri }, position }: TextDocumentPositionParams, core: Core): CompletionItem[] {
  const document = core.documents.get(uri)
  if (!document) return []
  const at = toOffset(document.text, position)
  const rules = document.checked?.surroundings.project.pack.rules ?? core.pack.rules
  const found =
    document.kind === 'configuration' ? suggestIn(document.text.getText(), at, rules) : inDirective(document, at, rules)
  return found.map((one) => toItem(one, document))
}

const KINDS = {
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Value,
  value: CompletionItemKind.EnumMember,
} as const satisfies Record<Suggestion['kind'], CompletionItemKind>

const toItem = (
  { label, kind, detail, documentation, insert, replace }: Suggestion,
  { text }: OpenDocument,
): CompletionItem => ({
  label,
  kind: KINDS[kind],
  ...(detail === undefined ? {} : { detail }),
  ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  filterText: label,
  textEdit: { range: toRange(text, replace), newText: insert ?? label },
})

const DIRECTIVES: readonly (readonly [name: string, what: string])[] = [
  ['proviso-disable-next-line', 'lets the next sentence or block stand'],
  ['proviso-disable-line', 'lets what stands on this line stand'],
  ['proviso-disable', 'lets all stand up to proviso-enable'],
  ['proviso-enable', 'ends proviso-disable'],
  ['proviso-disable-file', 'lets the whole file stand'],
]

const KIND = /(?:<!--|\{\/\*)\s*([\w-]*)$/
const NAMES = /proviso-(?:disable(?:-next-line|-line|-file)?|enable)\s+(?:[\w/*-]+\s*,\s*)*([\w/*-]*)$/

/** In a comment: the kinds of directives; behind one: the rules, as long as no reason has begun. */
function inDirective({ text }: OpenDocument, at: number, rules: readonly Rule[]): Suggestion[] {
  const { start, line } = lineAround(text.getText(), at)
  const before = line.slice(0, at - start)
  const kind = KIND.exec(before)?.[1]
  if (kind !== undefined) {
    const replace = behind(kind, at)
    return DIRECTIVES.map(([label, detail]) => ({ label, kind: 'key', detail, replace }))
  }
  const name = NAMES.exec(before)?.[1]
  if (name === undefined || name.startsWith('--')) return []
  const replace = behind(name, at)
  return rules.map(({ id, title, what }) => ({ label: id, kind: 'rule', detail: title, documentation: what, replace }))
}

const behind = (word: string, at: number): Span => ({ start: at - word.length, end: at })
