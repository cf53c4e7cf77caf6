import { type Reading, readClaims } from '../../engine/claims/read-claims.js'
import type { Project } from '../../engine/config/project.js'
import { lint } from '../../engine/lint.js'
import type { Settings } from '../../engine/settings.js'
import { type LineRange, overlaps } from '../git/hunks.js'
import { lineCounter } from './lines.js'
import { type PlainSentence, sentenceAt, sentencesIn } from './sentences.js'

/** A sentence of the version before. */
export interface OldSentence extends PlainSentence {
  /** The change takes a line of it out. */
  readonly touched: boolean
  /** It had a finding. */
  readonly flagged: boolean
  /** It made a claim that something cleared: a guard, or a directive with a reason. */
  readonly wasCleared: () => boolean
}

/** The sentences of the version before, read with the rules and settings of now: a rule that is new makes no old text new. */
export function oldSentences(
  source: string,
  path: string,
  removed: readonly LineRange[],
  { pack }: Project,
  settings: Settings,
): OldSentence[] {
  const { document, sentences } = sentencesIn(source, path)
  const { findings, suppressed } = lint(document, pack, settings)
  const at = (offset: number): number => sentenceAt(sentences, offset)
  const flagged = new Set(findings.map(({ span }) => at(span.start)))
  const excused = new Set(suppressed.map(({ finding }) => at(finding.span.start)))
  const lineOf = lineCounter(source)
  let reading: Reading | undefined
  return sentences.map((sentence, number) => ({
    ...sentence,
    touched: overlaps(removed, lineOf(sentence.start), lineOf(Math.max(sentence.start, sentence.end - 1))),
    flagged: flagged.has(number),
    wasCleared() {
      reading ??= readClaims(document, pack)
      const verdicts = reading.verdicts(sentence.block, sentence.number)
      return excused.has(number) || verdicts.some(({ kind }) => kind === 'cleared')
    },
  }))
}
