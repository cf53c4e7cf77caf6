import type { CodeLens } from 'vscode-languageserver'
import type { Block, Document } from '../../engine/document/block.js'
import { contains, cover, type Span } from '../../engine/document/span.js'
import { findingsBelow, tableVerdict } from '../../engine/findings/lens-words.js'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { toRange } from '../to-lsp.js'

export function registerCodeLens(core: Core): void {
  core.connection.onCodeLens(({ textDocument }) => lenses(textDocument.uri, core))
}

/** Above each heading with findings of its own, and above each table that names benchmarks. */
async function lenses(uri: string, core: Core): Promise<CodeLens[]> {
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  if (!checked?.surroundings.editor.codeLens.enable || !document?.session) return []
  const parsed = document.session.document()
  return [...headingLenses(parsed, checked), ...tableLenses(parsed, document, checked)].map(({ at, title }) => ({
    range: toRange(document.text, { start: at.start, end: at.start }),
    command: { title, command: '' },
  }))
}

interface Lens {
  readonly at: Span
  readonly title: string
}

function headingLenses({ blocks }: Document, { shown }: Checked): Lens[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  return headings.flatMap(({ span }, number) => {
    const section = { start: span.start, end: headings[number + 1]?.span.start ?? Number.POSITIVE_INFINITY }
    const count = shown.filter((finding) => contains(section, finding.span)).length
    return count === 0 ? [] : [{ at: span, title: findingsBelow(count) }]
  })
}

function tableLenses({ blocks }: Document, { session }: OpenDocument, { surroundings }: Checked): Lens[] {
  const mentions = session?.mentions() ?? []
  if (mentions.length === 0) return []
  return tablesIn(blocks).flatMap((at) => {
    const named = mentions.filter((mention) => contains(at, mention)).map(({ benchmark }) => benchmark)
    const title = tableVerdict([...new Set(named)], surroundings.project.pack.knowledge)
    return title === undefined ? [] : [{ at, title }]
  })
}

function tablesIn(blocks: readonly Block[]): Span[] {
  const tables = new Map<number, Span>()
  for (const { cell, span } of blocks) {
    if (cell) tables.set(cell.table, cover(tables.get(cell.table) ?? span, span))
  }
  return [...tables.values()]
}
