import type { Block, Document } from '../../document/block.js'
import type { Finding } from '../finding.js'
import { type Edit, insertion, lineEndOf } from './edit.js'
import { placeOf, startOfLine } from './place.js'

/** A comment before the block of a claim that lets it stand, with a blank for the reason, which is required. */
export function disableHere(finding: Finding, document: Document): readonly Edit[] {
  const place = placeOf(document, finding)
  if (!place) return []
  const { source } = document
  const start = startOf(place.block, document)
  const prefix = continuation(source.slice(startOfLine(source, start), start))
  const [open, close] = document.languageId === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->']
  const directive = `${open} proviso-disable-next-line ${finding.rule} -- `
  return [insertion(start, directive, { blank: 'why this claim stands' }, ` ${close}${lineEndOf(source)}${prefix}`)]
}

/** No comment fits into a table, so it stands before all of it. */
function startOf({ span, cell, group }: Block, { source, blocks }: Document): number {
  if (!cell) return span.start
  const first = blocks.find((block) => block.cell && block.group === group)?.span.start ?? span.start
  const line = startOfLine(source, first)
  return line + (/^[ \t>]*/.exec(source.slice(line, first))?.[0].length ?? 0)
}

/** What a line must begin with to stay in the same list item or quotation. */
const continuation = (prefix: string): string => prefix.replace(/[^>\t]/g, ' ')
