import type { SourceMap } from './source-map.js'
import type { Span } from './span.js'

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'table-cell'
  | 'quotation'
  | 'caption'
  | 'footnote'
  | 'code'
  | 'front-matter'
  | 'references'

/** Something inline that the text of a block no longer shows. Offsets are in the block's text. */
export type Mark =
  | (Span & { readonly kind: 'strong' | 'emphasis' | 'code' | 'image' | 'math' })
  | (Span & { readonly kind: 'link'; readonly url: string })
  /** A footnote reference; `start` equals `end`: it stands after the character before it. */
  | (Span & { readonly kind: 'footnote'; readonly label: string })

/** Where a table cell stands. Row 0 is the header. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
}

/**
 * A unit of prose: its text without markup, and the way back to the source.
 * Inline code and other opaque things are U+FFFC, once for each UTF-16 unit they take in the source, so that words around them never join.
 */
export interface Block {
  readonly kind: BlockKind
  readonly text: string
  readonly map: SourceMap
  readonly marks: readonly Mark[]
  /** The block in the source, markup included. */
  readonly span: Span
  /** Heading level (1 to 6), or nesting of list items (1 is outermost); 0 otherwise. */
  readonly depth: number
  /** Inside a block quotation (or an admonition that is written as one). */
  readonly quoted: boolean
  /** Blocks with the same number belong to one list or one table; 0 when neither. */
  readonly group: number
  readonly cell?: CellPlace
  /** The label of a footnote definition. */
  readonly label?: string
}

export type DirectiveKind = 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file'

/** A comment that speaks to Proviso, as written; whether it is right is checked elsewhere. */
export interface Directive extends Span {
  readonly kind: DirectiveKind
  readonly rules: readonly (Span & { readonly id: string })[]
  /** What stands behind `--`, trimmed; empty when missing. */
  readonly reason: string
}

export interface FrontMatter extends Span {
  readonly format: 'yaml' | 'toml'
  /** What stands between the fences. */
  readonly value: string
}

/** A document as the engine reads it. Offsets are UTF-16 units into `source`. */
export interface Document {
  readonly source: string
  readonly languageId: string
  readonly blocks: readonly Block[]
  readonly directives: readonly Directive[]
  readonly frontMatter?: FrontMatter
}
