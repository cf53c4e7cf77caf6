import { prepare } from '../claims/prepare.js'
import type { Document } from '../document/block.js'
import { parseDocument } from '../document/parse.js'
import type { LintResult } from '../findings/finding.js'
import { sentenceReader } from '../language/sentence.js'
import { lint } from '../lint.js'
import type { Pack } from '../rules/pack.js'
import type { Settings } from '../settings.js'
import { type Mention, mentionFinder } from './mentions.js'

/** A document that is being written. It keeps what it read, and reads again only what changed. */
export interface Session {
  /** The same as `lint` of the parsed text. */
  lint(source: string, settings: Settings): LintResult
  /** The document as it was last linted. */
  document(): Document
  /** Benchmarks named in it. */
  mentions(): readonly Mention[]
}

export function openSession(languageId: string, pack: Pack): Session {
  const { matcher } = prepare(pack)
  const read = sentenceReader(matcher)
  const find = mentionFinder(matcher.concepts, pack.knowledge)
  let document = parseDocument('', languageId)
  return {
    lint(source, settings) {
      document = parseDocument(source, languageId)
      return lint(document, pack, settings)
    },
    document: () => document,
    mentions: () => document.blocks.flatMap((block) => find(block, () => read(block))),
  }
}
