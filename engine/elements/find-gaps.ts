import type { Profile } from '../config/profiles.js'
import type { Block } from '../document/block.js'
import type { Element, Elements } from '../rules/pack.js'
import { type BlockSaid, blockReader } from './read-block.js'
import { type Unit, unitsOf } from './units.js'

/** An element that a document lacks. `pointer` is the place of the block that points to another document for it. */
export interface Gap {
  readonly element: Element
  readonly needed: 'required' | 'recommended'
  readonly pointer?: number
}

/** Words, below which only the elements of short texts are asked of a text of that kind. */
const SHORT: Readonly<Partial<Record<Profile, number>>> = { 'policy-draft': 600, 'launch-post': 300 }

/** What a document of a kind lacks, in the order of the file. */
export function findGaps(blocks: readonly Block[], profile: Profile, elements: Elements): readonly Gap[] {
  const asked = elements.list.filter(({ profiles }) => profiles[profile])
  if (asked.length === 0 || blocks.length === 0) return []
  const read = blockReader(elements)
  const said = blocks.map(read)
  const isShort = said.reduce((sum, { words }) => sum + words, 0) < (SHORT[profile] ?? 0)
  const last = remembered.get(elements)
  if (last?.profile === profile && last.isShort === isShort && sameSaid(last.said, said)) return last.gaps
  const gaps = gapsIn(blocks, profile, asked, elements, isShort)
  remembered.set(elements, { profile, isShort, said, gaps })
  return gaps
}

/** What came of the last document: while one is written most keys change nothing that it says. */
interface Remembered {
  readonly profile: Profile
  readonly isShort: boolean
  readonly said: readonly BlockSaid[]
  readonly gaps: readonly Gap[]
}

const remembered = new WeakMap<Elements, Remembered>()

const sameSaid = (one: readonly BlockSaid[], other: readonly BlockSaid[]): boolean =>
  one.length === other.length && one.every((said, at) => said === other[at] || said.key === other[at]?.key)

function gapsIn(
  blocks: readonly Block[],
  profile: Profile,
  asked: readonly Element[],
  elements: Elements,
  isShort: boolean,
): readonly Gap[] {
  const read = blockReader(elements)
  const units = unitsOf(blocks, read)
  const number = numbersIn(elements)
  return asked
    .filter((element) => (!isShort || element.ofShortTexts) && isAsked(element, profile, units, number))
    .flatMap((element): Gap[] => {
      const numbers = numbersOf(element, number)
      if (units.some((unit) => covers(unit, element, numbers))) return []
      const pointer = pointerTo(element, numbers, units, blocks)
      const needed = element.profiles[profile] as Gap['needed']
      return [{ element, needed, ...(pointer === undefined ? {} : { pointer }) }]
    })
}

/** Whether some text by itself gives an element: for the examples of elements. */
export function givesElement(blocks: readonly Block[], element: Element, elements: Elements): boolean {
  const numbers = numbersOf(element, numbersIn(elements))
  return unitsOf(blocks, blockReader(elements)).some((unit) => covers(unit, element, numbers))
}

type NumberOf = (concept: string) => number

interface Numbers {
  readonly cue: number
  readonly qualifiers: readonly number[]
}

const numberings = new WeakMap<Elements, ReadonlyMap<string, number>>()

function numbersIn(elements: Elements): NumberOf {
  const known = numberings.get(elements) ?? new Map(elements.lexicon.concepts.map((name, at) => [name, at]))
  numberings.set(elements, known)
  return (concept) => known.get(concept) ?? -1
}

const numbersOf = ({ id, qualifiers }: Element, number: NumberOf): Numbers => ({
  cue: number(`${id}/cue`),
  qualifiers: Array.from({ length: qualifiers }, (_, at) => number(`${id}/${at}`)),
})

function isAsked({ gate, gateIn }: Element, profile: Profile, units: readonly Unit[], number: NumberOf): boolean {
  if (gate === undefined || (gateIn && !gateIn.includes(profile))) return true
  const open = number(`gate/${gate}`)
  return units.some(({ sentences }) => sentences.some(({ concepts, denied }) => !denied && concepts.has(open)))
}

function covers({ sentences }: Unit, element: Element, { cue, qualifiers }: Numbers): boolean {
  const counted = element.saidByDenial ? sentences : sentences.filter(({ denied }) => !denied)
  const says = (concept: number): boolean => counted.some(({ concepts }) => concepts.has(concept))
  if (says(cue) && qualifiers.every(says)) return true
  return element.honestAbsence && sentences.some(({ denied, concepts }) => denied && concepts.has(cue))
}

/** A sentence on the element that leads to another document, or any such sentence under a heading for the element. */
function pointerTo(
  element: Element,
  { cue }: Numbers,
  units: readonly Unit[],
  blocks: readonly Block[],
): number | undefined {
  const headed = (at: number | undefined): boolean => {
    const heading =
      at === undefined ? '' : ` ${(blocks[at]?.text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    return [element.heading, ...element.headings].some((name) => heading.includes(` ${name.toLowerCase()} `))
  }
  return units.find(({ sentences, heading }) =>
    sentences.some(({ pointer, concepts }) => pointer && (concepts.has(cue) || headed(heading))),
  )?.at
}
