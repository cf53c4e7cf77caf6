import { parseDocument } from '../../engine/document/parse.js'
import { lint } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import { defaultSettings } from '../../engine/settings.js'
import { type Interval, intervalOver } from './intervals.js'
import type { Labelled } from './labelled.js'
import { type Score, scoreAll, share } from './score.js'

export interface Measured {
  readonly documents: number
  readonly words: number
  readonly claims: number
  readonly precision: Interval
  readonly recall: Interval
  readonly rightRule: Interval
  readonly cleanKept: Interval
  readonly alarmsPer1000Words: Interval
}

/** The score of each document by itself. */
export const scoreEach = (documents: readonly Labelled[], pack: Pack): Score[] =>
  documents.map((document) =>
    scoreAll([document], ({ text }) => lint(parseDocument(text, 'markdown'), pack, defaultSettings).findings),
  )

type Count = 'words' | 'labelled' | 'detected' | 'named' | 'trueFindings' | 'alarms' | 'clean' | 'cleanKept'

const sum = (scores: readonly Score[], key: Count): number => scores.reduce((total, score) => total + score[key], 0)

export function measured(scores: readonly Score[]): Measured {
  const over = (part: Count, whole: readonly Count[]): Interval =>
    intervalOver(scores, (drawn) =>
      share(
        sum(drawn, part),
        whole.reduce((total, key) => total + sum(drawn, key), 0),
      ),
    )
  return {
    documents: scores.length,
    words: sum(scores, 'words'),
    claims: sum(scores, 'labelled'),
    precision: over('trueFindings', ['trueFindings', 'alarms']),
    recall: over('detected', ['labelled']),
    rightRule: over('named', ['detected']),
    cleanKept: over('cleanKept', ['clean']),
    alarmsPer1000Words: intervalOver(
      scores,
      (drawn) => (1000 * sum(drawn, 'alarms')) / Math.max(1, sum(drawn, 'words')),
    ),
  }
}

const NO_TRIE = { firstEdge: [0, 0], edgeKey: [], edgeTarget: [], gaps: [], joints: [], ends: [] }

/** The engine without one of its halves, to see what each is worth. */
export const without = {
  judge: ({ judge: _, ...pack }: Pack): Pack => pack,
  frames: (pack: Pack): Pack => ({
    ...pack,
    compiled: { ...pack.compiled, patterns: [], phrases: NO_TRIE, phraseRules: [] },
  }),
} as const
