import type { Document } from '../../document/block.js'
import type { Limitation, Reference } from '../../rules/pack.js'
import { defaultSettings, type Settings } from '../../settings.js'
import type { Finding } from '../finding.js'
import { citationStyleOf } from './citation-style.js'
import type { Edit } from './edit.js'
import { footnotes } from './footnote.js'
import { inlineCitations } from './inline-citation.js'
import { type ClaimPlace, placeOf } from './place.js'

/** A limitation that is to be cited behind a claim. */
export interface Wanted {
  readonly rule: string
  readonly place: ClaimPlace
  readonly limitation: Limitation
}

/** Puts the limitation that a finding rests on beside the claim, in the way in which the document cites. */
export const citeLimitation = (
  finding: Finding,
  document: Document,
  pack: Reference,
  settings: Settings = defaultSettings,
): readonly Edit[] => citeAll([finding], document, pack, settings)

/** The same for many findings at once: each note is written once, and what claims share stands behind them once. */
export function citeAll(
  findings: readonly Pick<Finding, 'rule' | 'span'>[],
  document: Document,
  pack: Reference,
  settings: Settings,
): readonly Edit[] {
  const style = citationStyleOf(document, settings)
  const wanted = findings.flatMap((finding): Wanted[] => {
    const limitation = limitationOf(finding, pack)
    const place = limitation && placeOf(document, finding)
    return place && !isInsideLink(place) ? [{ rule: finding.rule, place, limitation }] : []
  })
  const inHtml = ({ place }: Wanted): boolean => document.source.charAt(place.block.span.start) === '<'
  if (style !== 'footnote') return inlineCitations(style, wanted, document, pack)
  return [
    ...footnotes(
      wanted.filter((one) => !inHtml(one)),
      document,
      pack,
      settings,
    ),
    ...inlineCitations('text', wanted.filter(inHtml), document, pack),
  ]
}

export function limitationOf({ rule }: Pick<Finding, 'rule'>, { rules, knowledge }: Reference): Limitation | undefined {
  const [first] = rules.find(({ id }) => id === rule)?.limitations ?? []
  return knowledge.limitations.find(({ id }) => id === first)
}

/** A sentence that ends in the middle of a link has no place behind it that is outside of the link. */
const isInsideLink = ({ block, span }: ClaimPlace): boolean =>
  block.marks.some(({ kind, start, end }) => kind === 'link' && start < span.end && end > span.end)
