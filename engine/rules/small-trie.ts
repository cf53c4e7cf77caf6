import type { CompiledTrie, Numbers } from '../language/lexicon.js'
import { numberReader, numberWriter } from './small-numbers.js'

/**
 * A trie in few bytes, and in such that an archive makes them fewer still: what goes up in steps lies as steps, and what leads to the
 * same node as the edge before, or to the next new one, is a small number.
 */
export function trieToSmall({ firstEdge, edgeKey, edgeTarget, gaps, joints, ends }: CompiledTrie): Uint8Array {
  const out = numberWriter()
  out.list(steps(firstEdge))
  out.list(edgeKey.length === 0 ? [] : keySteps(edgeKey, firstEdge))
  out.list(links(edgeTarget))
  for (const table of [columns(gaps, 4), columns(joints, 2)]) {
    const [nodes = [], ...others] = table
    out.list(steps(nodes))
    for (const other of others.slice(0, -1)) out.list(other)
    out.list(links(others.at(-1) ?? []))
  }
  const [nodes = [], found = []] = columns(ends, 2)
  out.list(steps(nodes))
  out.list(found)
  return out.bytes()
}

export function trieFromSmall(bytes: Uint8Array): CompiledTrie {
  const from = numberReader(bytes)
  const firstEdge = sums(from.list())
  return {
    firstEdge,
    edgeKey: keys(from.list(), firstEdge),
    edgeTarget: targets(from.list()),
    gaps: rows([sums(from.list()), from.list(), from.list(), targets(from.list())]),
    joints: rows([sums(from.list()), targets(from.list())]),
    ends: rows([sums(from.list()), from.list()]),
  }
}

const steps = (list: Numbers): Int32Array => Int32Array.from(list, (number, at) => number - (list[at - 1] ?? 0))

function sums(list: Int32Array): Int32Array {
  for (let at = 1; at < list.length; at++) list[at] = (list[at] as number) + (list[at - 1] as number)
  return list
}

/** The first key of a node as it is, and each other as the step from the one before. */
function keySteps(keys: Numbers, firstEdge: Numbers): Int32Array {
  const list = steps(keys)
  for (let node = 0; node < firstEdge.length; node++) {
    const at = firstEdge[node] as number
    if (at < list.length) list[at] = keys[at] as number
  }
  return list
}

function keys(list: Int32Array, firstEdge: Int32Array): Int32Array {
  for (let node = 0; node + 1 < firstEdge.length; node++)
    for (let at = (firstEdge[node] as number) + 1; at < (firstEdge[node + 1] as number); at++)
      list[at] = (list[at] as number) + (list[at - 1] as number)
  return list
}

/** 0: where the one before leads. From 1: that far beyond all so far. Below 0: an earlier node, -1 minus its number. */
function links(targets: Numbers): Int32Array {
  let last = -1
  let highest = 0
  return Int32Array.from(targets, (target) => {
    const link = target === last ? 0 : target > highest ? target - highest : -1 - target
    last = target
    highest = Math.max(highest, target)
    return link
  })
}

function targets(links: Int32Array): Int32Array {
  let last = -1
  let highest = 0
  return links.map((link) => {
    last = link === 0 ? last : link > 0 ? highest + link : -1 - link
    highest = Math.max(highest, last)
    return last
  })
}

const columns = (table: Numbers, width: number): Int32Array[] =>
  Array.from({ length: width }, (_, column) =>
    Int32Array.from({ length: table.length / width }, (_, row) => table[row * width + column] as number),
  )

function rows(columns: readonly Int32Array[]): Int32Array {
  const [first = new Int32Array()] = columns
  const table = new Int32Array(first.length * columns.length)
  columns.forEach((column, place) => {
    column.forEach((number, row) => {
      table[row * columns.length + place] = number
    })
  })
  return table
}
