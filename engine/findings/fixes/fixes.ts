import type { Document } from '../../document/block.js'
import type { Reference } from '../../rules/pack.js'
import { defaultSettings, type Settings } from '../../settings.js'
import type { Finding } from '../finding.js'
import { addBounds, boundClaim, rewritesOf } from './bound.js'
import { citeLimitation, limitationOf } from './cite.js'
import { disableHere } from './disable.js'
import type { Edit } from './edit.js'
import { addSections, elementsOf } from './template.js'

export type FixId = 'cite' | 'section' | 'sections' | `bound-${number}` | 'bound-behind' | 'disable'

/** A way out of a finding. The edits are worked out when they are wanted. */
export interface Fix {
  readonly id: FixId
  readonly title: string
  readonly preferred?: boolean
  edits(finding: Finding, document: Document, pack: Reference): readonly Edit[]
}

/** The ways out of a finding, the one to take first in front. */
export function fixesFor(finding: Finding, pack: Reference, settings: Settings = defaultSettings): readonly Fix[] {
  if (finding.missing) return [...templates(finding, pack), disabling(finding)]
  return [...citations(finding, pack, settings), ...bounds(finding), disabling(finding)]
}

/** A section to fill in for the weightiest element, and one for each. */
function templates(finding: Finding, pack: Reference): Fix[] {
  const elements = elementsOf(finding, pack)
  const [first] = elements
  if (!first) return []
  const one: Fix = {
    id: 'section',
    title: `Add a section "${first.heading}" with the questions to answer`,
    preferred: true,
    edits: addSections((all) => all.slice(0, 1)),
  }
  if (elements.length === 1) return [one]
  return [
    one,
    {
      id: 'sections',
      title: `Add sections for all ${elements.length} missing elements`,
      edits: addSections((all) => all),
    },
  ]
}

function bounds(finding: Finding): Fix[] {
  const rewrites = rewritesOf(finding).map(
    (rewrite, at): Fix => ({
      id: `bound-${at}`,
      title: `Bound the claim: ${rewrite.title}`,
      edits: boundClaim(rewrite),
    }),
  )
  return [...rewrites, { id: 'bound-behind', title: 'Bound the claim: add how far it was tested', edits: addBounds }]
}

function citations(finding: Finding, pack: Reference, settings: Settings): Fix[] {
  const limitation = limitationOf(finding, pack)
  if (!limitation) return []
  const { short } = pack.knowledge.report
  return [
    {
      id: 'cite',
      title: `Cite the limitation (${short}, p. ${limitation.page})`,
      preferred: true,
      edits: (finding, document, pack) => citeLimitation(finding, document, pack, settings),
    },
  ]
}

const disabling = ({ rule }: Finding): Fix => ({
  id: 'disable',
  title: `Disable ${rule} here, with a reason`,
  edits: disableHere,
})
