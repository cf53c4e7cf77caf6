import type { Document } from './block.js'
import { parseMarkdown } from './markdown/parse-markdown.js'
import { parsePlainText } from './plain-text.js'

const MARKDOWN = new Set(['markdown', 'mdx', 'quarto', 'rmd'])

/**
 * Reads a text as blocks of prose with exact places. Never throws. Languages that are not a kind of Markdown are read as plain
 * text. Offsets are UTF-16 units into `source`; blocks are in order of place.
 */
export function parseDocument(source: string, languageId: string): Document {
  return MARKDOWN.has(languageId) ? parseMarkdown(source, languageId) : parsePlainText(source, languageId)
}
