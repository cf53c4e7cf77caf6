import type { Document } from '../../document/block.js'
import type { Reference } from '../../rules/pack.js'
import type { Finding } from '../finding.js'
import { citeLimitation, limitationOf } from './cite.js'
import { disableHere } from './disable.js'
import type { Edit } from './edit.js'

export type FixId = 'cite' | `bound-${number}` | 'disable'

/** A way out of a finding. The edits are worked out when they are wanted. */
export interface Fix {
  readonly id: FixId
  readonly title: string
  readonly preferred?: boolean
  edits(finding: Finding, document: Document, pack: Reference): readonly Edit[]
}

/** The ways out of a finding, the one to take first in front. */
export function fixesFor(finding: Finding, pack: Reference, _languageId: string): readonly Fix[] {
  return [...citations(finding, pack), disabling(finding)]
}

function citations(finding: Finding, pack: Reference): Fix[] {
  const limitation = limitationOf(finding, pack)
  if (!limitation) return []
  const { short } = pack.knowledge.report
  return [
    {
      id: 'cite',
      title: `Cite the limitation (${short}, p. ${limitation.page})`,
      preferred: true,
      edits: citeLimitation,
    },
  ]
}

const disabling = ({ rule }: Finding): Fix => ({
  id: 'disable',
  title: `Disable ${rule} here, with a reason`,
  edits: disableHere,
})
