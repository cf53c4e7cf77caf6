import type { BlockKind } from '../document/block.js'
import type { Occurrence } from './matcher.js'
import type { Token } from './tokens.js'

/** Concepts that are read off a sentence's form and place instead of its words. */
export const derivedNames = [
  'subject.name',
  'figure.number',
  'figure.percent',
  'figure.year',
  'place.heading',
  'place.item',
  'place.cell',
] as const

export type DerivedName = (typeof derivedNames)[number]

/** Numbers of the derived concepts in a lexicon. */
export type DerivedNumbers = Readonly<Record<DerivedName, number>>

export const derivedNumbers = (concepts: readonly string[]): DerivedNumbers =>
  Object.fromEntries(derivedNames.map((name) => [name, concepts.indexOf(name)])) as DerivedNumbers

/** `known` says whether the lexicon holds a token's word: a capitalised word that it does not hold is taken for a name. */
export function derivedOccurrences(
  tokens: readonly Token[],
  kind: BlockKind,
  known: (token: Token) => boolean,
  numbers: DerivedNumbers,
): Occurrence[] {
  const found: Occurrence[] = []
  const place = PLACES[kind]
  if (place) found.push({ concept: numbers[place], from: 0, to: 0 })
  tokens.forEach((token, at) => {
    const name = derivedFrom(token, tokens, at, known)
    if (name) found.push({ concept: numbers[name], from: at, to: at + 1 })
  })
  return found
}

const PLACES: Readonly<Partial<Record<BlockKind, DerivedName>>> = {
  heading: 'place.heading',
  'list-item': 'place.item',
  'table-cell': 'place.cell',
}

function derivedFrom(
  token: Token,
  tokens: readonly Token[],
  at: number,
  known: (token: Token) => boolean,
): DerivedName | undefined {
  if (token.kind === 'number') return numberKind(token, tokens[at + 1]?.norm)
  return token.capital && token.norm.length > 2 && !known(token) ? 'subject.name' : undefined
}

function numberKind({ norm }: Token, next: string | undefined): DerivedName {
  if (next === '%' || next === 'percent' || next === 'per') return 'figure.percent'
  return /^(19|20)\d\d$/.test(norm) ? 'figure.year' : 'figure.number'
}
