import type { Block, Document } from '../../document/block.js'
import type { Span } from '../../document/span.js'
import type { Reference } from '../../rules/pack.js'
import type { LintResult } from '../finding.js'
import { type Edit, insertion } from './edit.js'
import { endOfLine, startOfLine } from './place.js'

/** What can go without a change of what anybody said: unused directives, and notes of ours that say the same twice. */
export const harmlessEdits = (
  document: Document,
  { notes }: Pick<LintResult, 'notes'>,
  pack: Reference,
): readonly Edit[] => [...unusedDirectives(notes), ...doubledNotes(document, pack)]

const unusedDirectives = (notes: LintResult['notes']): readonly Edit[] =>
  notes.flatMap(({ kind, fix }) =>
    kind === 'directive-unused' && fix ? [{ start: fix.start, end: fix.end, pieces: fix.text ? [fix.text] : [] }] : [],
  )

/** Footnotes that cite the report with the very same words: their marks lead to the first of them. */
function doubledNotes(document: Document, { knowledge }: Reference): readonly Edit[] {
  const first = new Map<string, string>()
  const renamed = new Map<string, string>()
  const removed: Edit[] = []
  for (const [at, block] of document.blocks.entries()) {
    const note = isOurs(block, knowledge.report) ? wholeNote(at, document) : undefined
    if (!note) continue
    const label = block.label as string
    const kept = first.get(block.text)
    if (kept === undefined) first.set(block.text, label)
    else {
      removed.push({ ...note, pieces: [] })
      if (kept !== label) renamed.set(label, kept)
    }
  }
  return [...removed, ...marksLedTo(renamed, removed, document), ...doubledMarks(document, [...first.values()])]
}

const isOurs = ({ kind, label, text, quoted }: Block, report: Reference['knowledge']['report']): boolean =>
  kind === 'footnote' && !quoted && label !== undefined && text.startsWith(report.short.split(' ')[0] as string)

/** A note of one paragraph with its label and the empty lines before it; nothing for longer notes. */
function wholeNote(at: number, { blocks, source }: Document): Span | undefined {
  const { span, label } = blocks[at] as Block
  const begins = (block: Block): boolean =>
    /^ {0,3}\[\^[^\]\s]+\]:[ \t]*$/.test(source.slice(startOfLine(source, block.span.start), block.span.start))
  const next = blocks[at + 1]
  if (!begins(blocks[at] as Block) || (next?.label === label && next && !begins(next))) return undefined
  const line = startOfLine(source, span.start)
  const before = /(?:(?:\r\n|\r|\n)[ \t]*)+$/.exec(source.slice(0, line))
  return { start: line - (before?.[0].length ?? 0), end: endOfLine(source, span.end) }
}

const MARK = /\[\^([^\]\s]+)\](?!:)/g

function marksLedTo(renamed: ReadonlyMap<string, string>, removed: readonly Edit[], { source }: Document): Edit[] {
  if (renamed.size === 0) return []
  return [...source.matchAll(MARK)].flatMap((match): Edit[] => {
    const label = renamed.get(match[1] as string)
    const start = match.index
    const end = start + match[0].length
    if (label === undefined || removed.some((one) => one.start < end && start < one.end)) return []
    const isThere = source.slice(0, start).endsWith(`[^${label}]`) || source.startsWith(`[^${label}]`, end)
    return [isThere ? { start, end, pieces: [] } : { ...insertion(start, `[^${label}]`), end }]
  })
}

/** The same mark of ours twice at one place. */
const doubledMarks = ({ source }: Document, labels: readonly string[]): Edit[] =>
  labels.flatMap((label) => {
    const mark = `[^${label}]`
    const twice: Edit[] = []
    for (let at = source.indexOf(mark + mark); at >= 0; at = source.indexOf(mark + mark, at + mark.length)) {
      twice.push({ start: at, end: at + mark.length, pieces: [] })
    }
    return twice
  })
