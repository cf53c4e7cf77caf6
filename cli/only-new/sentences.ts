import type { Document } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'
import { toSource } from '../../engine/document/source-map.js'
import type { Span } from '../../engine/document/span.js'
import { splitSentences } from '../../engine/language/sentences.js'
import { languageOf } from '../files/language.js'

/** A sentence as it counts when two versions of a text are compared. The span is of the source. */
export interface PlainSentence extends Span {
  /** Its words: white space, case, markup and the form of quotes and dashes make no other sentence. */
  readonly words: string
  readonly block: number
  readonly number: number
}

/** All sentences of a document, in order of place. */
export function sentencesIn(source: string, path: string): { document: Document; sentences: PlainSentence[] } {
  const document = parseDocument(source, languageOf(path))
  const sentences = document.blocks.flatMap((block, at) =>
    splitSentences(block).map((span, number) => ({
      ...toSource(block.map, span),
      words: plainWords(block.text.slice(span.start, span.end)),
      block: at,
      number,
    })),
  )
  return { document, sentences: sentences.sort((a, b) => a.start - b.start || a.end - b.end) }
}

/** What can turn the sense of a number or a question is kept. */
const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%?<>=±$€£]+/gu, ' ')
    .trim()

/** The sentence in which an offset stands: the last that begins at it or before. */
export function sentenceAt(sentences: readonly PlainSentence[], offset: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as PlainSentence).start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
