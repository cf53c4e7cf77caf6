import { dirname, resolve } from 'node:path'
import { type Stronger, strongerThanSource } from '../../engine/ledger/stronger-than-source.js'
import { toPosix } from '../files/paths.js'
import type { ClaimRow, LedgerFile } from '../ledger/claims-in.js'

/** A claim with the place in the document that it links to which says less. */
export interface Across extends Stronger {
  readonly claim: ClaimRow
  readonly source: ClaimRow
}

export const across = (files: readonly LedgerFile[]): Across[] =>
  strongerThanSource(
    files.map((file) => ({ path: toPosix(file.absolute), links: linksOf(file), claims: file.claims })),
  ) as Across[]

/** Files to which a document links, by relative links. */
function linksOf({ document, absolute }: LedgerFile): string[] {
  const urls = document.blocks.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'link' ? [mark.url] : [])))
  return urls
    .map((url) => url.replace(/[?#].*$/, ''))
    .filter((url) => url !== '' && !/^[a-z][a-z+.-]*:/i.test(url))
    .map((url) => toPosix(resolve(dirname(absolute), decoded(url))))
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

/** What is said of such a pair. */
export const acrossWords = {
  denied: 'the document that it links to denies it',
  bounded: 'the document that it links to says the same with its limits',
  weaker: 'the document that it links to says so of a part only',
} as const satisfies Record<Stronger['how'], string>
