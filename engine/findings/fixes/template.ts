import type { Document } from '../../document/block.js'
import type { Element, Reference } from '../../rules/pack.js'
import type { Finding } from '../finding.js'
import { type Edit, insertion, lineEndOf } from './edit.js'

/** The elements that a finding names, with all that is known of them. */
export const elementsOf = ({ missing }: Finding, { rules }: Reference): Element[] =>
  (missing?.elements ?? []).flatMap(({ id }) => rules.find(({ element }) => element?.id === id)?.element ?? [])

/** Sections with the questions to answer, before the references and footnotes that end a text. Questions count as no answer. */
export const addSections =
  (elements: (all: readonly Element[]) => readonly Element[]) =>
  (finding: Finding, document: Document, pack: Reference): readonly Edit[] => {
    const line = lineEndOf(document.source)
    const chosen = elements(elementsOf(finding, pack))
    if (chosen.length === 0) return []
    const level = levelOf(document)
    const at = placeFor(document)
    const text = chosen.map((element) => section(element, level, line)).join(line)
    const before = document.source.slice(0, at)
    const isEnd = at === document.source.length
    const gap =
      before === '' || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(before)
        ? ''
        : /[\r\n]$/.test(before)
          ? line
          : line + line
    return [insertion(at, `${gap}${text}${isEnd ? '' : line}`)]
  }

const section = ({ heading, questions }: Element, level: number, line: string): string =>
  [`${'#'.repeat(level)} ${heading}`, '', ...questions.map((question) => `- ${question}`), ''].join(line)

/** As deep as the sections that are there. */
function levelOf({ blocks }: Document): number {
  const depths = blocks.filter(({ kind, quoted }) => kind === 'heading' && !quoted).map(({ depth }) => depth)
  return depths.includes(2) ? 2 : Math.min(6, Math.max(1, depths[1] ?? 2))
}

const ENDING =
  /^(?:\d+(?:\.\d+)*\.?\s+)?(?:references|bibliography|works cited|sources|notes|citation|acknowledge?ments)\b/i

/** Before the last heading that opens an ending, else before footnotes that end the text, else the end. */
function placeFor({ blocks, source }: Document): number {
  const ending = blocks.findLast(({ kind, text, quoted }) => kind === 'heading' && !quoted && ENDING.test(text))
  if (ending) return ending.span.start
  const last = blocks.findLastIndex(({ kind }) => kind !== 'footnote')
  const footnote = blocks[last + 1]
  return footnote ? startOfLine(source, footnote.span.start) : source.length
}

const startOfLine = (source: string, at: number): number =>
  Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1
