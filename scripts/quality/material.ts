import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readBrackets } from '../../engine/rules/check-examples.js'
import type { Rule } from '../../engine/rules/pack.js'
import { root } from '../pack-files.js'
import { type Labelled, readBank, readCorpus } from './labelled.js'

/** Labelled text in this repository that the judge learns from. */
export interface Material {
  readonly bank: readonly Labelled[]
  readonly examples: readonly Labelled[]
  readonly development: readonly Labelled[]
  readonly documents: readonly Labelled[]
}

/** Documents of ours that are for development; the others are kept aside. */
const DEVELOPMENT = /^0[1-8]-/

export const ownMaterial = (rules: readonly Rule[]): Material => ({
  bank: readBank(join(root, 'knowledge/sentences'), 'all', ''),
  examples: rules.flatMap(examplesOf),
  development: readCorpus(join(root, 'test/corpus'), (name) => DEVELOPMENT.test(name)),
  documents: readCorpus(join(root, 'knowledge/documents')),
})

/** Of the texts and labels of the bank and the documents. Rule examples are left out: they are sorted anew after each training. */
export function hashOf({ bank, development, documents }: Material): string {
  const hash = createHash('sha256')
  for (const { text, claims, borderline } of [...bank, ...development, ...documents]) {
    hash.update(`${text}\n${JSON.stringify([claims, borderline])}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function examplesOf({ id, examples }: Rule): Labelled[] {
  const common = { register: 'example', borderline: [], clean: [] }
  const flagged = examples.flag.flatMap((example, at) => {
    const read = readBrackets(example)
    if (!read) return []
    return [{ ...common, name: `${id} flag ${at}`, text: read.text, claims: [{ ...read.span, rule: id, also: [] }] }]
  })
  const clean = examples.clean.map(({ text }, at) => ({ ...common, name: `${id} clean ${at}`, text, claims: [] }))
  return [...flagged, ...clean]
}
