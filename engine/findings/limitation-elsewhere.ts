import type { Block } from '../document/block.js'
import type { Span } from '../document/span.js'
import { once } from '../once.js'
import type { Reference } from '../rules/pack.js'
import type { Finding } from './finding.js'
import { limitationOf } from './fixes/cite.js'
import { statesLimitation } from './fixes/footnote.js'

/** A limitation that the text states, but not where the claim stands: it does not clear the claim, and a writer wants to know of it. */
export interface Elsewhere extends Span {
  readonly kind: 'footnote' | 'passage' | 'section'
}

/** A block whose places begin to count `by` units further on. */
export interface PlacedBlock {
  readonly block: Block
  readonly by: number
}

/**
 * Where a text states the limitation of a finding: a footnote with its very words, else a passage on the same means under a heading
 * that promises limitations, else that heading. Nothing for a claim that stands under such a heading itself.
 */
export function limitationsElsewhere(
  blocks: readonly PlacedBlock[],
  pack: Reference,
): (finding: Finding) => Elsewhere | undefined {
  const sections = once(() => limitationSections(blocks))
  const footnotes = once(() => blocks.filter(({ block }) => block.kind === 'footnote' && block.label))
  const byRule = new Map<string, Elsewhere | undefined>()
  const byMeans = new Map<string, Elsewhere | undefined>()

  function inFootnote(finding: Finding): Elsewhere | undefined {
    const limitation = limitationOf(finding, pack)
    const found = limitation && footnotes().find(({ block }) => statesLimitation(block, limitation, pack))
    return found && placeOf(found, 'footnote')
  }

  function inSection(means: string): Elsewhere | undefined {
    const [first] = sections()
    const about = means && sections().flatMap(({ prose }) => prose.find(({ block }) => mentions(block, means)) ?? [])[0]
    return about ? placeOf(about, 'passage') : first && placeOf(first.heading, 'section')
  }

  return (finding) => {
    if (finding.headings.some(promisesLimitations)) return undefined
    return (
      recalled(byRule, finding.rule, () => inFootnote(finding)) ??
      recalled(byMeans, finding.words.means?.toLowerCase() ?? '', inSection)
    )
  }
}

interface Section {
  readonly heading: PlacedBlock
  readonly prose: readonly PlacedBlock[]
}

/** So many blocks of all such sections together are looked into: a document of nothing else costs no more. */
const MOST_BLOCKS = 200

const PROMISE =
  /\b(?:limitations?|caveats?|known (?:gaps|issues|weaknesses)|limits of (?:our|the|this|these|what)|what .{0,40}\b(?:does|do|did|was|were) not)\b/i
const OTHERWISE = /\bliabilit|\brate limit/i

/** A heading such as "Limitations", "Known gaps" or "What this evaluation does not show". */
export const promisesLimitations = (heading: string): boolean => PROMISE.test(heading) && !OTHERWISE.test(heading)

function limitationSections(blocks: readonly PlacedBlock[]): Section[] {
  const sections: Section[] = []
  let left = MOST_BLOCKS
  let open: { depth: number; prose: PlacedBlock[] } | undefined
  for (const one of blocks) {
    const { kind, depth, text } = one.block
    if (kind === 'heading') {
      if (open && depth > open.depth) continue
      open = left > 0 && promisesLimitations(text) ? { depth, prose: [] } : undefined
      if (open) sections.push({ heading: one, prose: open.prose })
    } else if (open && left > 0 && (kind === 'paragraph' || kind === 'list-item')) {
      open.prose.push(one)
      left--
    }
  }
  return sections.filter(({ prose }) => prose.length > 0)
}

const mentions = ({ text }: Block, words: string): boolean => text.toLowerCase().includes(words)

const placeOf = ({ block: { span }, by }: PlacedBlock, kind: Elsewhere['kind']): Elsewhere => ({
  kind,
  start: span.start + by,
  end: span.end + by,
})

function recalled<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  if (!known.has(key)) known.set(key, make(key))
  return known.get(key) as Value
}

/** What is said of such a place. */
export const elsewhereWords = {
  footnote: 'This footnote states the limitation. A mark for it behind the claim cites it.',
  passage: 'A limitation of this is stated here, away from the claim.',
  section: 'Limitations are stated in this section, away from the claim.',
} as const satisfies Record<Elsewhere['kind'], string>
