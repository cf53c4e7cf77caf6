import type { CompiledTrie, Numbers } from './lexicon.js'

/**
 * All places of a trie that a row of tokens leads to, as one state. A trie with joints has several; seen as one state each token costs one
 * look-up, however many phrases begin alike.
 */
export interface State {
  readonly nodes: readonly number[]
  /** What ends here: numbers of concepts or phrases. */
  readonly ends: readonly number[]
  readonly gaps: readonly Gap[]
  readonly takesConcepts: boolean
  readonly known: Map<number, State | undefined>
}

/** A gap of so many tokens, and all places behind gaps of that size as one state. */
export interface Gap {
  readonly least: number
  readonly most: number
  readonly behind: State
}

export interface States {
  readonly root: State
  /** The state behind a word or a concept (-1 minus its number); nothing when no phrase goes on so. */
  next(state: State, key: number): State | undefined
}

/** Beyond this many states they are made anew: no text can fill the memory. */
const MOST_STATES = 60_000

/** States are made when a text first leads to them: of all that are possible few are ever met. */
export function lazyStates(trie: CompiledTrie): States {
  const firstEdge = int32s(trie.firstEdge)
  const keys = int32s(trie.edgeKey)
  const targets = int32s(trie.edgeTarget)
  const joints = rowsOf(int32s(trie.joints), 2)
  const gaps = rowsOf(int32s(trie.gaps), 4)
  const ends = rowsOf(int32s(trie.ends), 2)
  const made = new Map<string, State>()
  const root = stateOf([0])

  function next(state: State, key: number): State | undefined {
    const { known } = state
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found
    const reached = state.nodes.map((node) => follow(node, key)).filter((node) => node >= 0)
    const led = reached.length === 0 ? undefined : stateOf(reached)
    known.set(key, led)
    return led
  }

  function follow(node: number, key: number): number {
    let low = firstEdge[node] as number
    let high = (firstEdge[node + 1] as number) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = keys[middle] as number
      if (at === key) return targets[middle] as number
      if (at < key) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  function stateOf(reached: readonly number[]): State {
    const closed = [...withJoints(reached)].sort((a, b) => a - b)
    const name = closed.join(' ')
    const known = made.get(name)
    if (known) return known
    if (made.size > MOST_STATES) forget()
    const state: State = {
      nodes: closed,
      ends: closed.flatMap((node) => ends(node).map(([end]) => end as number)),
      gaps: gapsOf(closed),
      takesConcepts: closed.some(
        (node) => firstEdge[node] !== firstEdge[node + 1] && (keys[firstEdge[node] as number] as number) < 0,
      ),
      known: new Map(),
    }
    made.set(name, state)
    return state
  }

  function gapsOf(closed: readonly number[]): Gap[] {
    const bySize = new Map<string, { least: number; most: number; targets: number[] }>()
    for (const [least, most, target] of closed.flatMap(gaps) as [number, number, number][]) {
      const size = bySize.get(`${least} ${most}`) ?? { least, most, targets: [] }
      size.targets.push(target)
      bySize.set(`${least} ${most}`, size)
    }
    return [...bySize.values()].map((size) => ({ least: size.least, most: size.most, behind: stateOf(size.targets) }))
  }

  function withJoints(reached: readonly number[], all: Set<number> = new Set()): Set<number> {
    for (const node of reached) {
      if (all.has(node)) continue
      all.add(node)
      withJoints(
        joints(node).map(([joint]) => joint as number),
        all,
      )
    }
    return all
  }

  function forget(): void {
    made.clear()
    root.known.clear()
  }

  return { root, next }
}

/** A view of a built pack is taken as it is. */
const int32s = (list: Numbers): Int32Array => (list instanceof Int32Array ? list : Int32Array.from(list))

/**
 * Rows of so many numbers by their first one, the node, without it. They are in order of nodes and looked for by halving: a state asks
 * once, and no table has to be made before the first text is read.
 */
function rowsOf(list: Int32Array, width: number): (node: number) => number[][] {
  return (node) => {
    let low = 0
    let high = list.length / width
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle * width] as number) < node) low = middle + 1
      else high = middle
    }
    const rows: number[][] = []
    for (let at = low * width; list[at] === node; at += width) rows.push([...list.subarray(at + 1, at + width)])
    return rows
  }
}
