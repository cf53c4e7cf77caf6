import { join } from 'node:path'
import { root } from '../pack-files.js'
import { type Labelled, readCorpus } from './labelled.js'

/** Labelled documents that are scored together. */
export interface QualitySet {
  readonly id: string
  readonly title: string
  readonly folder: string
  readonly names: RegExp
  /** Errors of documents that are kept aside are never listed: who reads them cannot measure with them any more. */
  readonly isKeptAside: boolean
}

/** Documents 01 to 08 of ours are not here: the judge has learned from them. */
export const sets: readonly QualitySet[] = [
  set('own-first', 'Own documents 09 to 16, kept aside', 'test/corpus', /^(09|1[0-6])-/, true),
  set('own-second', 'Own documents 17 to 36, kept aside', 'test/corpus', /^(1[7-9]|2\d|3[0-6])-/, true),
  set(
    'own-sparse',
    'Own documents 37 to 44, kept aside: long, plain, nearly clean',
    'test/corpus',
    /^(3[7-9]|4[0-4])-/,
    true,
  ),
  set(
    'own-last',
    'Own documents from 45, kept aside: the last that were written',
    'test/corpus',
    /^(4[5-9]|[5-9]\d)-/,
    true,
  ),
  set('shared-development', 'Shared corpus 01 to 16, for development', '../shared/corpus', /^(0\d|1[0-6])-/, false),
  set('shared-aside', 'Shared corpus 17 to 32, kept aside', '../shared/corpus', /^(1[7-9]|2\d|3\d)-/, true),
  set('shared-contrast', 'Shared corpus, contrasting pairs, kept aside', '../shared/corpus', /^contrast/, true),
]

function set(id: string, title: string, folder: string, names: RegExp, isKeptAside: boolean): QualitySet {
  return { id, title, folder, names, isKeptAside }
}

/** None where the folder is not there. */
export const documentsOf = ({ folder, names }: QualitySet): Labelled[] =>
  readCorpus(join(root, folder), (name) => names.test(name))
