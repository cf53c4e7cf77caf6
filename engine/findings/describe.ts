import type { Reference } from '../rules/pack.js'
import { benchmarkRecord } from './benchmark-words.js'
import type { ClaimWords, Finding } from './finding.js'
import { missingWords } from './missing-words.js'
import { capitalised, shortened } from './words.js'

/**
 * What a finding says to the reader: the rule's sentence filled with the claim's own words, and for the benchmark rules what
 * is on record about the benchmarks that the claim names. A rule that is not in the pack gives its id.
 */
export function describe(finding: Finding, pack: Reference): string {
  if (finding.missing) return missingWords(finding.missing, pack)
  const rule = pack.rules.find(({ id }) => id === finding.rule)
  const message = fillMessage(rule?.message ?? finding.rule, finding.words)
  if (!finding.rule.startsWith('benchmark/')) return message
  const record = benchmarkRecord(finding.benchmarks, claimOf(finding.words), pack.knowledge)
  return record === '' ? message : `${message} ${record}`
}

/** `{means|fallback}` becomes the words of that slot, or the fallback where the claim has none. */
export function fillMessage(message: string, words: ClaimWords): string {
  const filled = message.replace(PLACE, (_, slot: keyof ClaimWords, fallback: string) => said(words[slot]) || fallback)
  return capitalised(filled)
}

export const claimOf = (words: ClaimWords): string => Object.values(words).join(' ')

const PLACE = /\{(means|relation|property|subject)\|([^{}]*)\}/g

const LONGEST = 60

const said = (words = ''): string => shortened(words, LONGEST).replace(/^["'“‘(\s]+|[\s,;:.!?"'”’)]+$/g, '')
