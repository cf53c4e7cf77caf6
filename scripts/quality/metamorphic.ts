import { parseDocument } from '../../engine/document/parse.js'
import { lint } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import { defaultSettings } from '../../engine/settings.js'
import { claimSentences } from './claim-sentences.js'
import type { Labelled } from './labelled.js'
import { plain, type Variant, variants } from './variants.js'

export interface Held {
  readonly variant: Variant
  readonly tried: number
  readonly held: number
  /** Sentences that did not fare as they should. */
  readonly broken: readonly string[]
}

/** What becomes of the claims of labelled documents that are found when they stand alone, when they are put otherwise. */
export function tryVariants(documents: readonly Labelled[], pack: Pack): Held[] {
  const isFound = (text: string): boolean =>
    lint(parseDocument(text, 'markdown'), pack, defaultSettings).findings.length > 0
  const found = documents
    .flatMap((document) => claimSentences(document, pack))
    .map(({ sentence }) => sentence)
    .filter((sentence) => STANDS_ALONE.test(sentence) && isFound(plain(sentence)))
  return variants.map((variant) => {
    const broken = found.filter((sentence) => isFound(variant.make(sentence)) !== variant.stays)
    return { variant, tried: found.length, held: found.length - broken.length, broken }
  })
}

/** Not the number of a clause, a speaker's name or half a quotation: what could not stand behind "that". */
const STANDS_ALONE = /^[A-Z][^:"“”]*[.!]$/
