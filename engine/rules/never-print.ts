import type { Span } from '../document/span.js'

/** A figure that failed its check, as a regular expression (any case). */
export interface NeverPrint {
  readonly id: string
  readonly pattern: string
}

/** Where a text of ours prints a forbidden figure. For what we write ourselves, at build time; never for a user's document. */
export function forbiddenIn(text: string, list: readonly NeverPrint[]): readonly (Span & { readonly id: string })[] {
  return list.flatMap(({ id, pattern }) =>
    [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({
      id,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}
