import type { FrontMatter } from '../document/block.js'
import type { PlacedBlock } from '../findings/limitation-elsewhere.js'
import type { ProfileRecord } from '../rules/pack.js'

/** What a text looks like, and what it was told from. */
export interface Inferred {
  readonly profile: string
  /** A few words, as "title: system card; headings: intended use, limitations". */
  readonly reason: string
}

/** So many points make a kind of document, and so many more than the next kind has. */
const ENOUGH = 3
const LEAD = 1

const WEIGHTS = { name: 3, title: 4, opening: 2, headings: 1, register: 2 } as const
const MOST = { name: 1, title: 1, opening: 2, headings: 4, register: 1 } as const
type Where = keyof typeof WEIGHTS

/** Characters that are read for the opening and for the register. */
const OPENING = 700
const REGISTER = 20_000
/** Headings that are looked at. */
const MOST_HEADINGS = 200

/** The kind that title, opening, headings and register point to; `general` where they point to none or to two alike. */
export function inferProfile(
  blocks: readonly PlacedBlock[],
  frontMatter: FrontMatter | undefined,
  profiles: readonly ProfileRecord[],
): Inferred {
  const seen = look(blocks, frontMatter)
  // While a text is written, what tells its kind stays the same for most keys.
  const key = JSON.stringify(seen)
  const last = remembered.get(profiles)
  if (last?.key === key) return last.inferred
  const inferred = decide(seen, profiles)
  remembered.set(profiles, { key, inferred })
  return inferred
}

const remembered = new WeakMap<readonly ProfileRecord[], { readonly key: string; readonly inferred: Inferred }>()

function decide(seen: Seen, profiles: readonly ProfileRecord[]): Inferred {
  const scored = profiles
    .map((profile) => ({ profile, ...score(profile, seen) }))
    .sort((a, b) => b.points - a.points || profiles.indexOf(a.profile) - profiles.indexOf(b.profile))
  const [first, second] = scored
  if (!first || first.points < ENOUGH)
    return { profile: GENERAL, reason: 'no sign of another kind in title, headings or register' }
  if (first.points < (second?.points ?? 0) + LEAD) {
    return { profile: GENERAL, reason: `signs of both ${first.profile.id} and ${second?.profile.id}` }
  }
  return { profile: first.profile.id, reason: first.reasons.join('; ') }
}

export const GENERAL = 'general'

interface Seen {
  readonly title: string
  readonly opening: string
  readonly headings: readonly string[]
  readonly register: { readonly duties: boolean; readonly reader: boolean }
}

function look(blocks: readonly PlacedBlock[], frontMatter: FrontMatter | undefined): Seen {
  const headings: string[] = []
  for (const { block } of blocks) {
    if (headings.length > MOST_HEADINGS) break
    if (block.kind === 'heading') headings.push(plain(block.text))
  }
  const named = /^title\s*[:=]\s*(.+)$/m.exec(frontMatter?.value ?? '')?.[1] ?? ''
  const text = start(blocks, REGISTER)
  return {
    title: `${plain(named)} ${headings[0] ?? ''}`,
    opening: plain(`${(frontMatter?.value ?? '').slice(0, OPENING)} ${text.slice(0, OPENING)}`),
    headings: headings.slice(1),
    register: registerOf(text),
  }
}

function start(blocks: readonly PlacedBlock[], most: number): string {
  let text = ''
  for (const { block } of blocks) {
    if (text.length > most) break
    if (block.kind !== 'code' && block.kind !== 'front-matter') text += `${block.text}\n`
  }
  return text.slice(0, most)
}

/** Shares of words, beyond which a text lays down duties, or speaks to its reader. */
const DUTIES = 0.009
const READER = 0.022

function registerOf(text: string): Seen['register'] {
  const words = text.match(/\S+/g)?.length ?? 0
  const share = (pattern: RegExp): number => (words < 60 ? 0 : (text.match(pattern)?.length ?? 0) / words)
  return { duties: share(/\b(?:shall|must)\b/gi) > DUTIES, reader: share(/\b(?:you|your|you're)\b/gi) > READER }
}

function score(profile: ProfileRecord, seen: Seen): { points: number; reasons: string[] } {
  const found: Readonly<Record<Where, readonly string[]>> = {
    name: among(profile.names, [seen.title, seen.opening]),
    title: among(profile.titles, [seen.title]),
    opening: among(profile.opening, [seen.opening]),
    headings: among(profile.headings, seen.headings),
    register: profile.register && seen.register[profile.register] ? [registerWords[profile.register]] : [],
  }
  const places = Object.keys(WEIGHTS) as Where[]
  const points = places.reduce((sum, at) => sum + WEIGHTS[at] * Math.min(MOST[at], found[at].length), 0)
  return {
    points,
    reasons: places.filter((at) => found[at].length > 0).map((at) => `${at}: ${found[at].slice(0, 2).join(', ')}`),
  }
}

const registerWords = { duties: 'many duties', reader: 'speaks to the reader' } as const

const among = (phrases: readonly string[], texts: readonly string[]): string[] =>
  phrases.filter((phrase) => texts.some((text) => text.includes(` ${phrase} `)))

/** Lower case, with one space around each word. */
const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()} `
