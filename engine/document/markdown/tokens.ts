import { parse, postprocess, preprocess } from 'micromark'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { Event, Extension, ParseContext } from 'micromark-util-types'
import type { Definitions } from './definitions.js'

/** What the tokenizer of remark says of a text: tokens as they open and close, with offsets of that text. */
export interface Tokenizer {
  /** Block structure and inline markup. */
  readonly document: (text: string) => Event[]
  /** Inline markup only: `text` is the inside of one paragraph. */
  readonly inline: (text: string) => Event[]
  /** Labels that the texts read so far define, as the tokenizer normalises them. */
  readonly defined: () => { readonly links: readonly string[]; readonly footnotes: readonly string[] }
}

const EXTENSIONS = [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()]
const WITH_URLS = [gfmAutolinkLiteral(), ...EXTENSIONS]

/** Bare addresses look at each letter as a possible beginning, which is slow; most texts hold none. */
const MAY_HOLD_URL = /@|:\/\/|[wW]{3}\./

/** Indented prose inside JSX is prose. */
const NO_INDENTED_CODE: Extension = { disable: { null: ['codeIndented'] } }

/** A tokenizer that knows the labels defined elsewhere in the document. */
export function tokenizer(known: Definitions, jsx = false): Tokenizer {
  const extra = jsx ? [NO_INDENTED_CODE] : []
  const simple = lazily(() => withLabels(parse({ extensions: [...EXTENSIONS, ...extra] }), known))
  const full = lazily(() => withLabels(parse({ extensions: [...WITH_URLS, ...extra] }), known))
  const parserFor = (text: string): ParseContext => (MAY_HOLD_URL.test(text) ? full() : simple())
  return {
    document: (text) => documentEvents(parserFor(text), text),
    inline: (text) =>
      postprocess(
        parserFor(text)
          .text()
          .write(preprocess()(text, undefined, true)),
      ),
    defined: () => labelsOf([simple(), full()]),
  }
}

function documentEvents(parser: ParseContext, text: string): Event[] {
  parser.lazy = {}
  return postprocess(parser.document().write(preprocess()(text, undefined, true)))
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function withLabels(parser: ParseContext, { links, footnotes }: Definitions): ParseContext {
  parser.defined = Labels.holding(links.keys())
  parser.gfmFootnotes = Labels.holding(footnotes)
  return parser
}

/** A list that the tokenizer asks for each label whether it is there, and which may be long. */
class Labels extends Array<string> {
  private readonly known = new Set<string>()

  static holding(labels: Iterable<string>): Labels {
    const all = new Labels()
    for (const label of labels) all.push(label)
    return all
  }

  override push(...labels: string[]): number {
    for (const label of labels) this.known.add(label)
    return super.push(...labels)
  }

  override includes(label: string): boolean {
    return this.known.has(label)
  }
}

const labelsOf = (parsers: readonly ParseContext[]): ReturnType<Tokenizer['defined']> => ({
  links: parsers.flatMap(({ defined }) => defined),
  footnotes: parsers.flatMap(({ gfmFootnotes }) => gfmFootnotes ?? []),
})
