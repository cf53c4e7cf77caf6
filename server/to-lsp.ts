import {
  type CodeDescription,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Position,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ConfigProblem } from '../engine/config/config-problem.js'
import type { Span } from '../engine/document/span.js'
import { describe } from '../engine/findings/describe.js'
import type { ClaimWords, Finding, Note, Severity } from '../engine/findings/finding.js'
import { type Edit, type Piece, plainText } from '../engine/findings/fixes/edit.js'
import { type Elsewhere, elsewhereWords } from '../engine/findings/limitation-elsewhere.js'
import { noteWords } from '../engine/findings/note-words.js'
import type { Pack } from '../engine/rules/pack.js'
import type { DiagnosticData } from './protocol.js'

/** The only place where offsets become positions, and positions offsets. */

/** All that is needed of a document to place something in it. */
export type Placing = Pick<TextDocument, 'uri' | 'getText' | 'positionAt' | 'offsetAt'>

export const source = 'proviso'

export const toRange = (document: Placing, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
})

export const toOffset = (document: Placing, position: Position): number => document.offsetAt(position)

export const toSpan = (document: Placing, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
})

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>

/** The page of a rule, where there is one to open. */
export type PageOf = (rule: string) => string | undefined

export function findingDiagnostic(
  finding: Finding,
  document: Placing,
  pack: Pack,
  pageOf: PageOf,
  elsewhere?: Elsewhere,
): Diagnostic {
  const { fingerprint, also } = finding
  const data: DiagnosticData =
    also.length > 0 ? { kind: 'finding', fingerprint, also } : { kind: 'finding', fingerprint }
  return {
    range: toRange(document, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...codeDescription(pageOf(finding.rule)),
    source,
    message: messageOf(finding, pack),
    ...(elsewhere ? { relatedInformation: [related(elsewhere, document)] } : {}),
    data,
  }
}

const related = (elsewhere: Elsewhere, document: Placing): DiagnosticRelatedInformation => ({
  location: { uri: document.uri, range: toRange(document, elsewhere) },
  message: elsewhereWords[elsewhere.kind],
})

const messages = new WeakMap<Pack, WeakMap<ClaimWords, string>>()

/** Made once for a claim, as long as it stands: a session keeps the words of a claim that did not change. */
function messageOf(finding: Finding, pack: Pack): string {
  const made = messages.get(pack) ?? new WeakMap<ClaimWords, string>()
  messages.set(pack, made)
  const message = made.get(finding.words) ?? describe(finding, pack)
  made.set(finding.words, message)
  return message
}

const codeDescription = (href: string | undefined): { codeDescription?: CodeDescription } =>
  href === undefined ? {} : { codeDescription: { href } }

export function noteDiagnostic(note: Note, document: Placing): Diagnostic {
  const data: DiagnosticData = { kind: 'directive' }
  return {
    range: toRange(document, note),
    severity: SEVERITIES[note.severity],
    code: note.kind,
    source,
    message: noteWords(note),
    ...(note.kind === 'directive-unused' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data,
  }
}

/** What is wrong with a configuration; its places are lines and columns already. The mark reaches to the end of the word. */
export function problemDiagnostic(problem: ConfigProblem, document: Placing): Diagnostic {
  const start = { line: problem.line - 1, character: problem.column - 1 }
  const from = document.offsetAt(start)
  const word = /^[^\s:#,[\]{}]+/.exec(document.getText().slice(from, from + 200))?.[0] ?? ''
  const data: DiagnosticData = { kind: 'configuration' }
  return {
    range: { start, end: document.positionAt(from + Math.max(word.length, 1)) },
    severity: SEVERITIES[problem.severity],
    source,
    message: problem.message + (problem.expected === '' ? '' : ` (expected ${problem.expected})`),
    data,
  }
}

export const toTextEdit = (edit: Edit, document: Placing): TextEdit => ({
  range: toRange(document, edit),
  newText: plainText(edit),
})

/** With a tab stop for each blank, numbered over all edits of one action from `first`. */
export function toSnippetEdit(edit: Edit, document: Placing, first: number): SnippetTextEdit {
  return { range: toRange(document, edit), snippet: { kind: 'snippet', value: snippetOf(edit.pieces, first) } }
}

export const blanksIn = ({ pieces }: Edit): number => pieces.filter((piece) => typeof piece !== 'string').length

function snippetOf(pieces: readonly Piece[], first: number): string {
  let next = first
  return pieces
    .map((piece) => (typeof piece === 'string' ? escaped(piece) : `\${${next++}:${escaped(piece.blank)}}`))
    .join('')
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
