import type { Document } from '../../engine/document/block.js'
import { parseDocument } from '../../engine/document/parse.js'
import type { LintResult } from '../../engine/findings/finding.js'
import { lint } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Settings } from '../../engine/settings.js'
import type { Cache } from '../cache/cache.js'
import { languageOf } from '../files/language.js'
import type { ReadText } from '../files/read-text.js'

/** What came of one document. */
export interface Checked {
  readonly source: string
  /** Words of prose. */
  readonly words: number
  readonly result: LintResult
}

/** The same, or why nothing could come of it. */
export type Outcome = Checked | { readonly message: string }

/** What a check may know already. `missed` is told before work begins on a text that the cache does not know. */
export interface Memory {
  readonly cache?: Cache | undefined
  readonly missed?: () => void
}

export function checkFile(
  read: () => ReadText,
  path: string,
  pack: Pack,
  settings: Settings,
  memory: Memory = {},
): Outcome {
  const found = read()
  return 'problem' in found ? { message: found.problem } : checkText(found.text, path, pack, settings, memory)
}

export function checkText(source: string, path: string, pack: Pack, settings: Settings, memory: Memory = {}): Outcome {
  const languageId = languageOf(path)
  const place = memory.cache?.find({ text: source, languageId, pack, settings })
  if (place?.kept) return { source, ...place.kept }
  memory.missed?.()
  try {
    const document = parseDocument(source, languageId)
    const kept = { words: wordsIn(document), result: lint(document, pack, settings) }
    place?.keep(kept)
    return { source, ...kept }
  } catch (error) {
    return { message: `internal error: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const NO_PROSE: ReadonlySet<string> = new Set(['code', 'front-matter'])

/** Words of prose: what stands between white space. */
export const wordsIn = ({ blocks }: Document): number =>
  blocks.reduce((sum, { kind, text }) => (NO_PROSE.has(kind) ? sum : sum + countWords(text)), 0)

export function countWords(text: string): number {
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const isWord = text.charCodeAt(at) > 32
    if (isWord && !inWord) count++
    inWord = isWord
  }
  return count
}
