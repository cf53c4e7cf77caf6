import type { Block } from '../document/block.js'
import type { Span } from '../document/span.js'
import { type Clause, splitClauses } from './clauses.js'
import { type DerivedNumbers, derivedNumbers, derivedOccurrences } from './derived.js'
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
  const reader = new Reader(matcher)
  return (block) =>
    splitSentences(block).map((span) => {
      const tokens = tokenize(block.text, span.start, span.end)
      return new ReadSentence(reader, block, span, tokens)
    })
}

/** Most sentences are passed by at a glance; their concepts and clauses are never asked for. */
class ReadSentence implements Sentence {
  private ready: Line | undefined
  private split: readonly Clause[] | undefined

  constructor(
    private readonly reader: Reader,
    readonly block: Block,
    readonly span: Span,
    readonly tokens: readonly Token[],
  ) {}

  get line(): Line {
    this.ready ??= this.reader.lineOf(this)
    return this.ready
  }

  get occurrences(): readonly Occurrence[] {
    return this.line.found
  }

  get clauses(): readonly Clause[] {
    this.split ??= splitClauses(this.tokens)
    return this.split
  }

  forget(): void {
    this.ready = undefined
    this.split = undefined
  }
}

/** So many sentences are kept with their concepts; an older one that is asked again is searched again. No text can fill the memory. */
const MOST_KEPT = 10_000

class Reader {
  private readonly numbers: DerivedNumbers
  /** What an editor has replaced since must not be held by this list. */
  private readonly kept: WeakRef<ReadSentence>[] = []
  private oldest = 0

  constructor(private readonly matcher: Matcher) {
    this.numbers = derivedNumbers(matcher.concepts)
  }

  lineOf(sentence: ReadSentence): Line {
    this.keep(sentence)
    const { matcher } = this
    const { block, tokens } = sentence
    const known = (token: Token): boolean => matcher.wordOf(token) >= 0
    const written = ({ from, to }: Occurrence): string => block.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
    const accepts = (one: Occurrence): boolean => isExact(matcher.exact[one.concept], () => written(one))
    return matcher.find(tokens, derivedOccurrences(tokens, block.kind, known, this.numbers), accepts)
  }

  private keep(sentence: ReadSentence): void {
    this.kept[this.oldest]?.deref()?.forget()
    this.kept[this.oldest] = new WeakRef(sentence)
    this.oldest = (this.oldest + 1) % MOST_KEPT
  }
}

/** Names such as ETHICS are the benchmark only when written so. */
function isExact(names: readonly string[] | undefined, written: () => string): boolean {
  if (!names) return true
  const words = written()
  return names.includes(words) || !names.some((name) => name.toLowerCase() === words.toLowerCase())
}
