import { type InlayHint, MarkupKind, type Range } from 'vscode-languageserver'
import { overlaps } from '../../engine/document/span.js'
import { benchmarkHover } from '../../engine/findings/hover.js'
import { correlationHint } from '../../engine/findings/lens-words.js'
import type { Core } from '../core.js'
import { toRange, toSpan } from '../to-lsp.js'

export function registerInlayHints(core: Core): void {
  core.connection.languages.inlayHint.on(({ textDocument, range }) => hints(textDocument.uri, range, core))
}

/** Behind each name of a benchmark, its correlation with capability. */
async function hints(uri: string, range: Range, core: Core): Promise<InlayHint[]> {
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  if (!checked?.surroundings.editor.inlayHints.enable || !document?.session) return []
  const wanted = toSpan(document.text, range)
  const { knowledge } = checked.surroundings.project.pack
  return document.session.mentions().flatMap((mention) => {
    const label = overlaps(mention, wanted) ? correlationHint(mention.benchmark, knowledge) : undefined
    const benchmark = knowledge.benchmarks.find(({ id }) => id === mention.benchmark)
    if (label === undefined || !benchmark) return []
    return [
      {
        position: toRange(document.text, mention).end,
        label,
        paddingLeft: true,
        tooltip: { kind: MarkupKind.Markdown, value: benchmarkHover(benchmark, knowledge) },
      },
    ]
  })
}
