import type { Block } from '../document/block.js'
import type { Span } from '../document/span.js'
import { type Clause, splitClauses } from './clauses.js'
import { derivedNumbers, derivedOccurrences } from './derived.js'
import type { Line, Matcher, Occurrence } from './matcher.js'
import { splitSentences } from './sentences.js'
import { type Token, tokenize } from './tokens.js'

/** A sentence with what the language layer knows of it. `span` is in offsets of the block's text. */
export interface Sentence {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly occurrences: readonly Occurrence[]
  /** The same for a further search over it. */
  readonly line: Line
  readonly clauses: readonly Clause[]
}

/** Reads the sentences of blocks with one lexicon. */
export function sentenceReader(matcher: Matcher): (block: Block) => Sentence[] {
  const numbers = derivedNumbers(matcher.concepts)
  const known = (norm: string): boolean => matcher.wordOf(norm) >= 0

  function readOne(block: Block, span: Span): Sentence {
    const tokens = tokenize(block.text, span.start, span.end)
    const written = ({ from, to }: Occurrence): string => block.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
    const accepts = (one: Occurrence): boolean => isExact(matcher.exact[one.concept], () => written(one))
    let line: Line | undefined
    let clauses: readonly Clause[] | undefined
    // Most sentences are passed by at a glance; their concepts and clauses are never asked for.
    return {
      span,
      tokens,
      get line() {
        line ??= matcher.find(tokens, derivedOccurrences(tokens, block.kind, known, numbers), accepts)
        return line
      },
      get occurrences() {
        return this.line.found
      },
      get clauses() {
        clauses ??= splitClauses(tokens)
        return clauses
      },
    }
  }
  return (block) => splitSentences(block).map((span) => readOne(block, span))
}

/** Names such as ETHICS are the benchmark only when written so. */
function isExact(names: readonly string[] | undefined, written: () => string): boolean {
  if (!names) return true
  const words = written()
  return names.includes(words) || !names.some((name) => name.toLowerCase() === words.toLowerCase())
}
