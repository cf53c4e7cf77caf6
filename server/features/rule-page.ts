import { rulePage } from '../../engine/findings/rule-page.js'
import type { Core } from '../core.js'
import { type RulePageParams, rulePageRequest } from '../protocol.js'
import { pathOf } from '../uris.js'

export function registerRulePage(core: Core): void {
  core.connection.onRequest(rulePageRequest, ({ rule }: RulePageParams) => pageText(rule, core))
}

async function pageText(rule: string, core: Core): Promise<string | null> {
  const packs = core.documents.all().flatMap(({ checked }) => checked?.surroundings.project.pack ?? [])
  for (const pack of [core.pack, ...packs]) {
    const found = pack.rules.find(({ id }) => id === rule)
    if (found) return (await shippedPage(rule, core)) ?? rulePage(found, pack)
  }
  return null
}

/** The page that ships also says how well the rule was measured to work. */
async function shippedPage(rule: string, { pageOf, files }: Core): Promise<string | undefined> {
  const uri = pageOf(rule)
  if (uri === undefined || !pathOf(uri).startsWith('/')) return undefined
  const read = await files.read(uri)
  return 'text' in read ? read.text : undefined
}
