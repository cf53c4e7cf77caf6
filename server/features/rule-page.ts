import { rulePage } from '../../engine/findings/rule-page.js'
import type { Core } from '../core.js'
import { type RulePageParams, rulePageRequest } from '../protocol.js'

export function registerRulePage(core: Core): void {
  core.connection.onRequest(rulePageRequest, ({ rule }: RulePageParams) => pageText(rule, core))
}

/** Made from the rule itself, which may be a team's own: the pages in docs/rules/ are made in the same way. */
function pageText(rule: string, core: Core): string | null {
  const packs = core.documents.all().flatMap(({ checked }) => checked?.surroundings.project.pack ?? [])
  for (const pack of [core.pack, ...packs]) {
    const found = pack.rules.find(({ id }) => id === rule)
    if (found) return rulePage(found, pack)
  }
  return null
}
