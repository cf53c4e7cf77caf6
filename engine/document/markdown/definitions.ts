import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Event } from 'micromark-util-types'
import { tokenizer } from './tokens.js'
import { isTooMuch } from './too-much.js'

/** What the document defines: addresses by label, and labels of footnotes. They decide whether `[x]` is a reference. */
export interface Definitions {
  readonly links: ReadonlyMap<string, string>
  readonly footnotes: readonly string[]
}

export const NO_DEFINITIONS: Definitions = { links: new Map(), footnotes: [] }

/** The definitions in the chunks of a document. A chunk without `]:` holds none and is not read. */
export function collectDefinitions(chunks: readonly string[], mdx = false): Definitions {
  const holding = chunks.filter((chunk) => chunk.includes(']:') && !isTooMuch(chunk))
  if (holding.length === 0) return NO_DEFINITIONS
  const links = new Map<string, string>()
  const { document, defined } = tokenizer(NO_DEFINITIONS, mdx)
  for (const chunk of holding) addLinks(links, document(chunk))
  const labels = defined()
  for (const label of labels.links) if (!links.has(label)) links.set(label, '')
  return { links, footnotes: labels.footnotes }
}

/** The first definition of a label counts. */
function addLinks(links: Map<string, string>, events: readonly Event[]): void {
  let label = ''
  for (const [step, token, context] of events) {
    if (step === 'exit') continue
    if (token.type === 'definitionLabelString') {
      label = normalizeIdentifier(context.sliceSerialize(token))
      if (!links.has(label)) links.set(label, '')
    } else if (token.type === 'definitionDestinationString' && links.get(label) === '') {
      links.set(label, context.sliceSerialize(token))
    }
  }
}

/** The address for a reference as written between its brackets. */
export const addressOf = ({ links }: Definitions, label: string): string => links.get(normalizeIdentifier(label)) ?? ''
