import { type ClaimRecord, strengths } from './claim-record.js'

/** A document with its claims, and the documents to which it links. Paths are absolute, with `/`. */
export interface LinkedClaims {
  readonly path: string
  readonly links: readonly string[]
  readonly claims: readonly ClaimRecord[]
}

/** A claim, and what the document that it links to says of the same: less, or the contrary. */
export interface Stronger {
  readonly path: string
  readonly claim: ClaimRecord
  readonly sourcePath: string
  readonly source: ClaimRecord
  readonly how: 'denied' | 'bounded' | 'weaker'
}

export const strongerRule = 'consistency/stronger-than-source'

/** Open claims of documents that a document to which they link denies, bounds, or states more weakly: each once, with the first such place. */
export function strongerThanSource(documents: readonly LinkedClaims[]): Stronger[] {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  return documents.flatMap(({ path, links, claims }) => {
    const sources = [...new Set(links)].flatMap((link) => (link === path ? [] : (byPath.get(link) ?? [])))
    return claims
      .filter(({ state }) => state === 'open')
      .flatMap((claim) => firstOf(sources, (document) => weakerIn(document, claim, path)))
  })
}

function weakerIn({ path: sourcePath, claims }: LinkedClaims, claim: ClaimRecord, path: string): Stronger | undefined {
  return claims.flatMap((source): Stronger[] => {
    const how = isAboutTheSame(claim, source) ? howMuchLess(claim, source) : undefined
    return how ? [{ path, claim, sourcePath, source, how }] : []
  })[0]
}

/** The same rule sees both, and where both name what they rest on, it is the same. */
function isAboutTheSame(claim: ClaimRecord, source: ClaimRecord): boolean {
  const rules = (one: ClaimRecord): readonly string[] => [one.rule, ...one.also]
  if (!rules(claim).some((rule) => rules(source).includes(rule))) return false
  return claim.means === '' || source.means === '' || claim.means.toLowerCase() === source.means.toLowerCase()
}

function howMuchLess(claim: ClaimRecord, source: ClaimRecord): Stronger['how'] | undefined {
  if (source.state === 'bounded' || source.state === 'cited') return 'bounded'
  if (source.state === 'cleared' && source.guard === 'N1') return 'denied'
  const isWeaker = strengths.indexOf(source.strength) > strengths.indexOf(claim.strength)
  return source.state === 'open' && source.strength === 'partial' && isWeaker ? 'weaker' : undefined
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found[] {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return [found]
  }
  return []
}
