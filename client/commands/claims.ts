import { Uri, window } from 'vscode'
import { chooseFilter } from '../claims/choose-filter.js'
import { type ClaimsFilter, EVERYTHING } from '../claims/filter.js'
import type { ClaimLeaf } from '../claims/tree.js'
import { rangeOf } from '../range.js'
import type { Tools } from './register.js'

/** Sets the filter that is given, or asks for one. */
export async function filterClaims({ claims }: Tools, given?: ClaimsFilter): Promise<void> {
  const filter = given ?? (await chooseFilter(claims.claims, claims.filter))
  if (filter) claims.filter = filter
}

export function clearFilter({ claims }: Tools): void {
  claims.filter = EVERYTHING
}

/** Selects the words, so that the next key can be a quick fix. */
export async function revealClaim({ uri, claim }: ClaimLeaf): Promise<void> {
  await window.showTextDocument(Uri.parse(uri), { selection: rangeOf(claim.range) })
}
