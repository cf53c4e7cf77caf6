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

/** A phrase as read: elements and choices between sequences; a choice that is optional may also be left out. */
export type PhraseNode =
  | PhraseElement
  | { readonly kind: 'choice'; readonly options: readonly Phrase[]; readonly optional: boolean }

export type Phrase = readonly PhraseNode[]

/** Why a phrase cannot be read; `at` is an offset into it. */
export interface PhraseError {
  readonly at: number
  readonly message: string
}

/** The phrase, or the reason why it cannot be read. */
export function readPhrase(text: string): Phrase | PhraseError {
  const nodes = readSequence({ text, at: 0 }, '')
  return 'message' in nodes ? nodes : checked(nodes)
}

interface Reader {
  readonly text: string
  at: number
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' }

function readSequence(reader: Reader, closing: string): PhraseNode[] | PhraseError {
  const nodes: PhraseNode[] = []
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

function readChoice(reader: Reader, opening: string): PhraseNode | PhraseError {
  const options: Phrase[] = []
  do {
    reader.at++
    const option = readSequence(reader, CLOSING[opening] as string)
    if ('message' in option) return option
    options.push(option)
  } while (reader.text.charAt(reader.at) === '|')
  reader.at++
  return { kind: 'choice', options, optional: opening === '(' }
}

function readElement(reader: Reader): PhraseElement | PhraseError {
  const word = /^[^\s{}()|]+/.exec(reader.text.slice(reader.at))?.[0]
  if (!word) return { at: reader.at, message: `'${reader.text.charAt(reader.at)}' has no opening bracket` }
  const from = reader.at
  reader.at += word.length
  if (word === '_') return { kind: 'gap', min: 1, max: 3 }
  if (word === '__') return { kind: 'gap', min: 0, max: 5 }
  if (word.startsWith('$')) return { kind: 'concept', id: word.slice(1) }
  if (word.startsWith('~')) {
    return word.length > 1 ? { kind: 'verb', word: word.slice(1) } : { at: from, message: 'a verb must follow ~' }
  }
  return { kind: 'word', word }
}

function checked(phrase: Phrase): Phrase | PhraseError {
  if (phrase.every(mayBeLeftOut)) return { at: 0, message: 'may match nothing at all' }
  if (mayBeHollow(phrase)) return { at: 0, message: 'may match function words alone' }
  const edges = [...firstOf(phrase), ...firstOf(reversed(phrase))]
  if (edges.some(({ kind }) => kind === 'gap')) return { at: 0, message: 'may not begin or end with a gap' }
  return phrase
}

const mayBeLeftOut = (node: PhraseNode): boolean =>
  node.kind === 'choice' && (node.optional || node.options.some((option) => option.every(mayBeLeftOut)))

const FUNCTION_WORDS = new Set(
  `a an the of to in on by for is are was were be been being it its their our my your his her that this these those and or with as
  at from we you they he she has have had do does did not no can could will would may might so but if than then there what
  which who how why any all each every`.split(/\s+/),
)

const saysNothing = (node: PhraseNode): boolean => {
  if (node.kind === 'choice') return node.options.every((option) => option.every(saysNothing))
  return node.kind === 'gap' || (node.kind === 'word' && FUNCTION_WORDS.has(node.word))
}

const isOptional = (node: PhraseNode): boolean => node.kind === 'choice' && node.optional

/**
 * Whether only function words are left when everything optional is: "the (final) (answer)" would match every "the". Function words
 * alone are right where nothing else was meant ("can not").
 */
const mayBeHollow = (phrase: Phrase): boolean =>
  phrase.some((node) => isOptional(node) && !saysNothing(node)) &&
  phrase.every((node) => isOptional(node) || saysNothing(node))

/** The elements with which a phrase may begin. */
export function firstOf(phrase: Phrase): PhraseElement[] {
  const found: PhraseElement[] = []
  for (const node of phrase) {
    if (node.kind === 'choice') found.push(...node.options.flatMap(firstOf))
    else found.push(node)
    if (!mayBeLeftOut(node)) break
  }
  return found
}

const reversed = (phrase: Phrase): Phrase =>
  phrase.toReversed().map((node) => (node.kind === 'choice' ? { ...node, options: node.options.map(reversed) } : node))

/** Every element of a phrase, inside choices too. */
export const elementsOf = (phrase: Phrase): PhraseElement[] =>
  phrase.flatMap((node) => (node.kind === 'choice' ? node.options.flatMap(elementsOf) : [node]))

/** The same phrase with the words at its beginning, or at its end, read in another way. */
export const withFirst = (phrase: Phrase, change: (element: PhraseElement) => PhraseElement): Phrase =>
  phrase.map((node, at) => (at > 0 ? node : changed(node, (option) => withFirst(option, change), change)))

export const withLast = (phrase: Phrase, change: (element: PhraseElement) => PhraseElement): Phrase => {
  const last = phrase.findLastIndex((node) => !mayBeLeftOut(node))
  return phrase.map((node, at) => (at < last ? node : changed(node, (option) => withLast(option, change), change)))
}

const changed = (
  node: PhraseNode,
  inOption: (option: Phrase) => Phrase,
  change: (element: PhraseElement) => PhraseElement,
): PhraseNode => (node.kind === 'choice' ? { ...node, options: node.options.map(inOption) } : change(node))
