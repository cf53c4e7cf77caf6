import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { itself, lastAtOrBefore } from '../engine/document/halving.js'
import { type LongText, longText, replaced } from '../engine/session/long-text.js'

/** A document as an editor changes it: what TextDocument is, with its text in parts, so that a key costs the same in a long document. */
export interface EditedDocument extends Omit<TextDocument, 'getLineRange' | 'getEOLCharacters'> {
  readonly text: LongText
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void
}

export function editedDocument(uri: string, languageId: string, version: number, content: string): EditedDocument {
  let text = longText(content)
  let lines = lineStarts(content, true, 0)
  let current = version

  const lineEnd = (line: number): number => lines[line + 1] ?? text.length

  /** No position stands between or behind the signs that end a line. */
  function beforeLineEnd(offset: number, least: number): number {
    let at = offset
    while (at > least && isLineEnd(text.slice(at - 1, at).charCodeAt(0))) at--
    return at
  }

  function offsetAt({ line, character }: Position): number {
    if (line >= lines.length) return text.length
    if (line < 0) return 0
    const start = lines[line] as number
    if (character <= 0) return start
    return beforeLineEnd(Math.min(start + character, lineEnd(line)), start)
  }

  function positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, text.length))
    const line = lastAtOrBefore(lines, itself, at)
    const start = lines[line] as number
    return { line, character: beforeLineEnd(at, start) - start }
  }

  function replace({ start: from, end: to }: Range, fresh: string): void {
    const [one, other] = [offsetAt(from), offsetAt(to)]
    const [start, end] = [Math.min(one, other), Math.max(one, other)]
    const [first, last] = [positionAt(start).line, positionAt(end).line]
    text = replaced(text, start, end, fresh)
    const around = text.slice(Math.max(0, start - 1), start + fresh.length + 1)
    // A carriage return and a line feed that meet at an edge are one line end now.
    if (/^\r\n|\r\n$/.test(around) || fresh.length === 0) {
      if (around.includes('\r')) {
        lines = lineStarts(String(text), true, 0)
        return
      }
    }
    const delta = fresh.length - (end - start)
    const behind = lines.slice(last + 1)
    if (delta !== 0) for (let at = 0; at < behind.length; at++) behind[at] = (behind[at] as number) + delta
    lines = [...lines.slice(0, first + 1), ...lineStarts(fresh, false, start), ...behind]
  }

  return {
    uri,
    languageId,
    get version() {
      return current
    },
    get text() {
      return text
    },
    get lineCount() {
      return lines.length
    },
    getText: (range) => (range ? text.slice(offsetAt(range.start), offsetAt(range.end)) : String(text)),
    positionAt,
    offsetAt,
    update(changes, next) {
      for (const change of changes) {
        if ('range' in change) replace(change.range, change.text)
        else {
          text = longText(change.text)
          lines = lineStarts(change.text, true, 0)
        }
      }
      current = next
    },
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13

function lineStarts(text: string, withFirst: boolean, base: number): number[] {
  const starts = withFirst ? [base] : []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isLineEnd(code)) continue
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++
    starts.push(base + at + 1)
  }
  return starts
}
