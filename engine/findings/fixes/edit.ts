import type { Span } from '../../document/span.js'

/** A piece of new text; what a writer shall fill in is a blank with the words that stand for it. */
export type Piece = string | { readonly blank: string }

/** A change of the source as data: the span goes, the pieces come in its place. */
export interface Edit extends Span {
  readonly pieces: readonly Piece[]
}

export const insertion = (at: number, ...pieces: readonly Piece[]): Edit => ({ start: at, end: at, pieces })

/** The new text for whoever knows no blanks: they stand there in brackets. */
export const plainText = ({ pieces }: Edit): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `[${piece.blank}]`)).join('')

/** The source after some edits, which do not overlap; what several put in at one place stands in their order. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += source.slice(at, edit.start) + plainText(edit)
    at = edit.end
  }
  return text + source.slice(at)
}

/** The line end that a source uses. */
export const lineEndOf = (source: string): string => /\r\n|\r|\n/.exec(source.slice(0, 20_000))?.[0] ?? '\n'
