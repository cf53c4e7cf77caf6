import type { Block } from '../../document/block.js'
import { hashText, join } from '../../language/hash.js'
import type { Sentence } from '../../language/sentence.js'
import type { FeatureSink } from './seen.js'

const FORM = hashText('k')

/** Its block, its length, its last mark, quotation marks beside it. */
export function formOf({ tokens }: Sentence, block: Block, sink: FeatureSink): void {
  const last = tokens.at(-1)?.norm ?? ''
  const length =
    tokens.length < 6 ? 'short' : tokens.length < 14 ? 'middling' : tokens.length < 28 ? 'long' : 'very long'
  const said = [block.kind, length, `ends ${last.length === 1 ? last : 'open'}`, `${block.kind} ${length}`]
  if (block.quoted) said.push('quoted')
  if (holdsQuotationMarks(block)) said.push('quotation marks')
  for (const word of said) sink.add(join(FORM, hashText(word)), () => `form ${word}`)
}

const quoting = new WeakMap<Block, boolean>()

/** A long paragraph is searched once, however many sentences stand in it. */
function holdsQuotationMarks(block: Block): boolean {
  const known = quoting.get(block) ?? /["“”«»]/.test(block.text)
  quoting.set(block, known)
  return known
}
