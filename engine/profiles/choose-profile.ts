import { isProfile, type Profile, profiles } from '../config/profiles.js'
import type { FrontMatter } from '../document/block.js'
import type { DocumentProfile, Note } from '../findings/finding.js'
import type { PlacedBlock } from '../findings/limitation-elsewhere.js'
import { nearest } from '../findings/nearest.js'
import type { Pack, ProfileRecord } from '../rules/pack.js'
import type { Settings } from '../settings.js'
import { profileAsked } from './front-matter-profile.js'
import { GENERAL, inferProfile } from './infer.js'

/** The kind of a document, and a note where its front matter asks for one that is not there. */
export interface Chosen {
  readonly profile: DocumentProfile
  readonly record?: ProfileRecord
  readonly notes: readonly Note[]
}

/** The command line wins over the front matter, that over the configuration; else title, headings and register tell. */
export function chooseProfile(
  blocks: readonly PlacedBlock[],
  frontMatter: FrontMatter | undefined,
  pack: Pack,
  settings: Settings,
): Chosen {
  const asked = frontMatter && profileAsked(frontMatter)
  const notes = asked && !isProfile(asked.name) ? [unknownProfile(asked)] : []
  const profile = chosen(blocks, frontMatter, asked?.name, pack, settings)
  const record = pack.profiles?.find(({ id }) => id === profile.name)
  return { profile, ...(record ? { record } : {}), notes }
}

function chosen(
  blocks: readonly PlacedBlock[],
  frontMatter: FrontMatter | undefined,
  asked: string | undefined,
  { profiles: records }: Pack,
  { profile, profileBy }: Settings,
): DocumentProfile {
  if (profile !== undefined && profileBy === 'command line')
    return { name: profile, by: 'command line', reason: 'the option --profile' }
  if (asked !== undefined && isProfile(asked))
    return { name: asked, by: 'front matter', reason: 'proviso.profile in the front matter' }
  if (profile !== undefined) return { name: profile, by: 'configuration', reason: 'profile in the configuration' }
  if (!records) return { name: GENERAL, by: 'inferred', reason: 'these rules know no other kind' }
  const { profile: name, reason } = inferProfile(blocks, frontMatter, records)
  return { name: name as Profile, by: 'inferred', reason }
}

function unknownProfile({ name, start, end }: { name: string; start: number; end: number }): Note {
  const suggestion = nearest(name, profiles)
  return {
    kind: 'profile-unknown',
    severity: 'warning',
    start,
    end,
    rule: name,
    ...(suggestion ? { suggestion, fix: { start, end, text: suggestion } } : {}),
  }
}
