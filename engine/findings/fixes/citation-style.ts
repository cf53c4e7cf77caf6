import type { Document } from '../../document/block.js'
import type { Settings } from '../../settings.js'
import { bibliographiesNamedIn } from './bibliography.js'

/** How a document cites. */
export const citationStyles = ['footnote', 'pandoc', 'latex', 'link', 'text'] as const
export type CitationStyle = (typeof citationStyles)[number]

const WITH_FOOTNOTES = new Set(['markdown', 'mdx', 'quarto', 'rmd'])

/** The style of a document: as the configuration says where the language has it, else as the document does already. */
export function citationStyleOf(document: Document, { citation }: Pick<Settings, 'citation'>): CitationStyle {
  const possible = stylesOf(document)
  const asked = citation?.style
  if (asked && possible.includes(asked)) return asked
  return asked === 'footnote' || !possible.includes('pandoc')
    ? (possible[0] as CitationStyle)
    : detected(document, citation)
}

/** What the language of a document can hold, what suits it best first. */
function stylesOf(document: Document): readonly CitationStyle[] {
  if (isLatex(document)) return ['latex', 'text']
  return WITH_FOOTNOTES.has(document.languageId) ? ['footnote', 'pandoc', 'link', 'text'] : ['text']
}

function detected(document: Document, citation: Settings['citation']): CitationStyle {
  if (bibliographiesNamedIn(document).length > 0) return 'pandoc'
  const { source } = document
  const footnotes = /\[\^[^\]\s]+\]/.test(source)
  if (/\[[^\][\r\n]*@[\w][\w:.#$%&+?<>~/-]*[^\][\r\n]*\]/.test(source) && !footnotes) return 'pandoc'
  return (citation?.bibliography.length ?? 0) > 0 ? 'pandoc' : 'footnote'
}

const LATEX = /\\(?:documentclass|begin\{|section\*?\{|(?:paren|auto|text|foot)?cite[pt]?\b|addbibresource)/

/** Any text in which commands of LaTeX stand, and that is no kind of Markdown. */
export const isLatex = ({ languageId, source }: Document): boolean =>
  languageId === 'latex' || languageId === 'tex' || (!WITH_FOOTNOTES.has(languageId) && LATEX.test(source))
