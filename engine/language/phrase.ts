/**
 * The notation of lexicon entries and rule phrases.
 *
 *   {a|b c}   one of these, required          (x|y)   optional
 *   ~word     any inflection of a verb        $id     a concept of the lexicon, `$family.*` any of its family
 *   _         a gap of one to three words     __      a gap of up to five words
 */

export type PhraseElement =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'verb'; readonly word: string }
  | { readonly kind: 'noun'; readonly word: string }
  | { readonly kind: 'concept'; readonly id: string }
  | { readonly kind: 'gap'; readonly min: number; readonly max: number }

export type Phrase = readonly PhraseElement[]

/** Why a phrase cannot be read; `at` is an offset into it. */
export interface PhraseError {
  readonly at: number
  readonly message: string
}

type Node =
  | { readonly kind: 'element'; readonly element: PhraseElement }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Node[])[]; readonly optional: boolean }

const MOST_VARIANTS = 2_000

/** Every sequence that a phrase stands for, or the reason why it cannot be read. */
export function readPhrase(text: string): readonly Phrase[] | PhraseError {
  const reader = { text, at: 0 }
  const nodes = readSequence(reader, '')
  if ('message' in nodes) return nodes
  const variants = expand(nodes)
  return variants.length > MOST_VARIANTS
    ? { at: 0, message: `stands for more than ${MOST_VARIANTS} sequences` }
    : checkVariants(variants)
}

interface Reader {
  readonly text: string
  at: number
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' }

function readSequence(reader: Reader, closing: string): Node[] | PhraseError {
  const nodes: Node[] = []
  while (reader.at < reader.text.length) {
    const mark = reader.text.charAt(reader.at)
    if (mark === closing || (mark === '|' && closing)) return nodes
    if (mark === ' ' || mark === '-') reader.at++
    else {
      const node = mark in CLOSING ? readChoice(reader, mark) : readElement(reader)
      if ('message' in node) return node
      nodes.push(node)
    }
  }
  return closing ? { at: reader.at, message: `'${closing}' is missing` } : nodes
}

function readChoice(reader: Reader, opening: string): Node | PhraseError {
  const options: Node[][] = []
  do {
    reader.at++
    const option = readSequence(reader, CLOSING[opening] as string)
    if ('message' in option) return option
    options.push(option)
  } while (reader.text.charAt(reader.at) === '|')
  reader.at++
  return { kind: 'choice', options, optional: opening === '(' }
}

function readElement(reader: Reader): Node | PhraseError {
  const word = /^[^\s{}()|]+/.exec(reader.text.slice(reader.at))?.[0]
  if (!word) return { at: reader.at, message: `'${reader.text.charAt(reader.at)}' has no opening bracket` }
  const from = reader.at
  reader.at += word.length
  if (word === '_') return element({ kind: 'gap', min: 1, max: 3 })
  if (word === '__') return element({ kind: 'gap', min: 0, max: 5 })
  if (word.startsWith('$')) return element({ kind: 'concept', id: word.slice(1) })
  if (word.startsWith('~')) {
    return word.length > 1
      ? element({ kind: 'verb', word: word.slice(1) })
      : { at: from, message: 'a verb must follow ~' }
  }
  return element({ kind: 'word', word })
}

const element = (part: PhraseElement): Node => ({ kind: 'element', element: part })

function expand(nodes: readonly Node[]): PhraseElement[][] {
  let variants: PhraseElement[][] = [[]]
  for (const node of nodes) {
    const tails = node.kind === 'element' ? [[node.element]] : choices(node.options, node.optional)
    variants = variants.flatMap((head) => tails.map((tail) => [...head, ...tail]))
    if (variants.length > MOST_VARIANTS) return variants
  }
  return variants
}

const choices = (options: readonly (readonly Node[])[], optional: boolean): PhraseElement[][] =>
  options.flatMap(expand).concat(optional ? [[]] : [])

function checkVariants(variants: readonly Phrase[]): readonly Phrase[] | PhraseError {
  for (const variant of variants) {
    const first = variant[0]
    const last = variant.at(-1)
    if (!first || !last) return { at: 0, message: 'may match nothing at all' }
    if (first.kind === 'gap' || last.kind === 'gap') return { at: 0, message: 'may not begin or end with a gap' }
  }
  return variants
}
