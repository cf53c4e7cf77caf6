import { conceptNumbers, numberingOver } from '../language/compile-lexicon.js'
import type { CompiledLexicon } from '../language/lexicon.js'
import { elementsOf, type Phrase, readPhrase } from '../language/phrase.js'
import { trieBuilder } from '../language/trie-builder.js'
import { wordTable } from '../language/word-numbers.js'
import type { PackFile } from './load-pack.js'
import { type ClaimPattern, type CompiledPattern, type CompiledRules, type Rule, slotNames } from './pack.js'
import { positionOf } from './position-of.js'
import type { Problem } from './problem.js'

/** Rules' claims and phrases over a lexicon. An unknown concept or a broken phrase is reported and left out. */
export function compileRules(
  rules: ReadonlyMap<Rule, PackFile>,
  lexicon: CompiledLexicon,
): { compiled: CompiledRules; problems: Problem[] } {
  const problems: Problem[] = []
  const known = lexicon.words.split(' ')
  const { numbering, words } = numberingOver(lexicon.concepts, new Map(known.map((word, number) => [word, number])))
  const builder = trieBuilder(numbering)
  const phraseRules: { rule: string; phrase: number }[] = []
  const patterns: CompiledPattern[] = []
  const stops: Record<string, readonly number[]> = {}
  for (const [rule, file] of rules) {
    const resolve = resolver(file, lexicon.concepts, problems)
    stops[rule.id] = resolve(rule.without)
    rule.claims.forEach((claim, at) => {
      patterns.push(compileClaim(rule.id, claim, at, resolve))
    })
    rule.phrases.forEach((text, at) => {
      const phrase = read(text, file, resolve, problems)
      if (phrase) builder.add(phrase, phraseRules.length)
      phraseRules.push({ rule: rule.id, phrase: at })
    })
  }
  const added = [...words.keys()].slice(known.length).join(' ')
  const table = wordTable(`${lexicon.words} ${added}`.trim())
  return {
    compiled: { patterns, phrases: builder.build(), phraseRules, words: added, stops, wordTable: table },
    problems,
  }
}

type Resolve = (ids: readonly string[]) => number[]

function resolver(file: PackFile, concepts: readonly string[], problems: Problem[]): Resolve {
  return (ids) =>
    ids.flatMap((id) => {
      const numbers = conceptNumbers(concepts, id)
      if (numbers.length === 0) {
        problems.push({
          file: file.path,
          ...positionOf(file.text, id),
          message: `no concept is called '${id}'`,
          expected: 'a concept of knowledge/lexicon',
        })
      }
      return numbers
    })
}

function compileClaim(rule: string, claim: ClaimPattern, at: number, resolve: Resolve): CompiledPattern {
  const named = slotNames.flatMap((name) => {
    const ids = claim[name]
    return ids ? [{ name, concepts: resolve(name === 'subject' ? withStandIns(ids) : ids) }] : []
  })
  const further = (claim.with ?? []).map((ids) => ({ name: 'with' as const, concepts: resolve(ids) }))
  return {
    rule,
    claim: at,
    slots: [...named, ...further],
    without: resolve(claim.without ?? []),
    reach: claim.reach ?? 'near',
    ordered: claim.ordered ?? false,
  }
}

/** A product's name and a pronoun can stand for the model. */
const withStandIns = (ids: readonly string[]): readonly string[] =>
  ids.includes('subject.ai') ? [...ids, 'subject.name', 'subject.pronoun'] : ids

function read(text: string, file: PackFile, resolve: Resolve, problems: Problem[]): Phrase | undefined {
  const phrase = readPhrase(text)
  if ('message' in phrase) {
    const place = positionOf(file.text, text)
    problems.push({ file: file.path, ...place, message: `'${text}' ${phrase.message}`, expected: 'a phrase' })
    return undefined
  }
  resolve(elementsOf(phrase).flatMap((part) => (part.kind === 'concept' ? [part.id] : [])))
  return phrase
}
