import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { ShardMark } from '../reports/records.js'
import type { FoundDocument } from './find-documents.js'

export interface Shard {
  /** 1-based. */
  readonly index: number
  readonly count: number
}

/** `2/5`, or undefined. */
export function parseShard(written: string): Shard | undefined {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(written) ?? []
  const shard = { index: Number(index), count: Number(count) }
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined
}

/**
 * One part of the documents. All parts together hold each once: the largest goes first, each to the part that has least, so the
 * same files always make the same parts, and parts are alike in size. The mark lets `merge` see that parts belong together.
 */
export function shardOf<Document extends FoundDocument>(
  documents: readonly Document[],
  { index, count }: Shard,
): { part: Document[]; mark: ShardMark } {
  const sized = documents.map((document) => ({ document, size: sizeOf(document.path) }))
  sized.sort((a, b) => b.size - a.size || (a.document.shown < b.document.shown ? -1 : 1))
  const loads = Array.from({ length: count }, () => 0)
  const shards = new Map<Document, number>()
  for (const { document, size } of sized) {
    const least = indexOfLeast(loads)
    // A document costs something even if it is empty.
    loads[least] = (loads[least] as number) + size + 1000
    shards.set(document, least + 1)
  }
  const hash = createHash('sha256').update(String(count))
  for (const document of documents) hash.update(`\0${document.shown}\0${shards.get(document)}`)
  return {
    part: documents.filter((document) => shards.get(document) === index),
    mark: { index, count, of: hash.digest('hex').slice(0, 16) },
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function indexOfLeast(loads: readonly number[]): number {
  let least = 0
  for (let at = 1; at < loads.length; at++) if ((loads[at] as number) < (loads[least] as number)) least = at
  return least
}
