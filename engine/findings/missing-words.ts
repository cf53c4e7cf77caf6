import type { Pack } from '../rules/pack.js'
import type { DocumentProfile, Finding, MissingElement } from './finding.js'
import { listed } from './words.js'

type Missing = NonNullable<Finding['missing']>

/** What a document lacks, in a few sentences: all of it, since the list is the finding. */
export function missingWords({ profile, elements }: Missing, pack: Pick<Pack, 'profiles'>): string {
  const of = (wanted: (one: MissingElement) => boolean): string =>
    listed(elements.filter(wanted).map(({ title }) => uncapitalised(title)))
  const parts = [
    ['not found', of(({ pointer, needed }) => pointer === undefined && needed === 'required')],
    ['not found, and recommended', of(({ pointer, needed }) => pointer === undefined && needed === 'recommended')],
    ['only a pointer to another document', of(({ pointer }) => pointer !== undefined)],
  ].filter(([, list]) => list !== '')
  return `Read as a ${kindOf(profile, pack)} (${profileWords(profile)}), in this text ${parts.map(([how, list]) => `${how}: ${list}`).join('; ')}.`
}

export const kindOf = ({ name }: DocumentProfile, { profiles }: Pick<Pack, 'profiles'>): string =>
  profiles?.find(({ id }) => id === name)?.name ?? name.replace(/-/g, ' ')

/** The same in one sentence, for a place without room: the first of what is missing, and how much more. */
export function missingInShort({ profile, elements }: Missing, pack: Pick<Pack, 'profiles'>): string {
  const first = elements.slice(0, MOST_NAMED).map(({ title }) => uncapitalised(title))
  const more = elements.length - first.length
  const list = more > 0 ? `${first.join('; ')} and ${more} more` : first.join('; ')
  return `Not found in this ${kindOf(profile, pack)}: ${list}.`
}

const MOST_NAMED = 4

/** Who decided on the kind of a document, and from what. */
export const profileWords = ({ by, reason }: DocumentProfile): string =>
  by === 'inferred'
    ? `inferred from ${reason}`
    : `set by ${by === 'command line' ? 'the option --profile' : `the ${by}`}`

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
