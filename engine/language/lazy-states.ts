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
}

/** A gap of so many tokens, and all places behind gaps of that size as one state. */
export interface Gap {
  readonly least: number
  readonly most: number
  readonly behind: State
}

export interface States {
  readonly root: State
  /** The state behind a word or a concept (-1 minus its number); null when no phrase goes on so. */
  next(state: State, key: number): State | null
}

/** Beyond this many states they are made anew: no text can fill the memory. */
const MOST_STATES = 60_000

/** States are made when a text first leads to them: of all that are possible few are ever met. Most of a short run is spent here. */
export function lazyStates(trie: CompiledTrie): States {
  const firstEdge = int32s(trie.firstEdge)
  const keys = int32s(trie.edgeKey)
  const targets = int32s(trie.edgeTarget)
  const nodes = firstEdge.length - 1
  const joints = new Rows(int32s(trie.joints), 2, nodes)
  const gaps = new Rows(int32s(trie.gaps), 4, nodes)
  const ends = new Rows(int32s(trie.ends), 2, nodes)
  const single = new Map<number, MadeState>()
  const several = new Map<string, MadeState>()
  const root = stateOf([0])
  const [lowest, highest] = rangeOf(root)
  const opening = new Array<MadeState | null | undefined>(Math.max(0, highest - lowest + 1)).fill(undefined)

  function next(state: State, key: number): MadeState | null {
    if (state === root) return first(key)
    return state.nodes.length === 1 ? ledTo(state, key) : (state as MadeState).remembered(key, ledTo)
  }

  /** A search begins at each word and concept anew, and mostly ends there: by far the most look-ups are these. */
  function first(key: number): MadeState | null {
    const at = key - lowest
    if (at < 0 || at >= opening.length) return null
    const found = opening[at]
    if (found !== undefined) return found
    const led = ledTo(root, key)
    opening[at] = led
    return led
  }

  /** The least and the greatest word or concept that leads on: keys are sorted within a node. */
  function rangeOf(state: State): [number, number] {
    const filled = state.nodes.filter((node) => firstEdge[node] !== firstEdge[node + 1])
    const least = filled.map((node) => keys[firstEdge[node] as number] as number)
    const greatest = filled.map((node) => keys[(firstEdge[node + 1] as number) - 1] as number)
    return [Math.min(...least), Math.max(...greatest)]
  }

  function ledTo(state: State, key: number): MadeState | null {
    let one = -1
    let more: number[] | undefined
    for (const node of state.nodes) {
      const target = follow(node, key)
      if (target < 0) continue
      if (one < 0) one = target
      else if (more) more.push(target)
      else more = [one, target]
    }
    if (more) return stateOf(more)
    return one < 0 ? null : stateBehind(one)
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

  /** Most states have one node, and need no name. */
  function stateBehind(node: number): MadeState {
    const known = single.get(node)
    if (known) return known
    const made = joints.isEmpty(node) ? kept(single, node, [node]) : stateOf([node])
    single.set(node, made)
    return made
  }

  function stateOf(reached: readonly number[]): MadeState {
    const closed = withJoints(reached)
    const name = closed.join(' ')
    return several.get(name) ?? kept(several, name, closed)
  }

  function kept<Name>(states: Map<Name, MadeState>, name: Name, closed: readonly number[]): MadeState {
    if (single.size + several.size > MOST_STATES) forget()
    const state = new MadeState(closed, endsOf(closed), closed.some(takesConcepts), gapsOf)
    states.set(name, state)
    return state
  }

  /** Concepts are numbered below words, and keys are sorted. */
  function takesConcepts(node: number): boolean {
    const edge = firstEdge[node] as number
    return edge !== firstEdge[node + 1] && (keys[edge] as number) < 0
  }

  function endsOf(closed: readonly number[]): readonly number[] {
    let found: number[] | undefined
    for (const node of closed) {
      for (let row = ends.from(node); row < ends.from(node + 1); row++) {
        if (found) found.push(ends.at(row, 1))
        else found = [ends.at(row, 1)]
      }
    }
    return found ?? NONE
  }

  function gapsOf(closed: readonly number[]): readonly Gap[] {
    if (closed.every((node) => gaps.isEmpty(node))) return NONE
    const sizes: { least: number; most: number; targets: number[] }[] = []
    for (const node of closed) {
      for (let row = gaps.from(node); row < gaps.from(node + 1); row++) {
        const [least, most, target] = [gaps.at(row, 1), gaps.at(row, 2), gaps.at(row, 3)]
        const size = sizes.find((one) => one.least === least && one.most === most)
        if (size) size.targets.push(target)
        else sizes.push({ least, most, targets: [target] })
      }
    }
    return sizes.map((size) => ({ least: size.least, most: size.most, behind: stateOf(size.targets) }))
  }

  /** With the nodes that are reached from these without a token, in order. */
  function withJoints(reached: readonly number[]): readonly number[] {
    const all = [...reached]
    for (let at = 0; at < all.length; at++) {
      const node = all[at] as number
      for (let row = joints.from(node); row < joints.from(node + 1); row++) {
        const joint = joints.at(row, 1)
        if (!all.includes(joint)) all.push(joint)
      }
    }
    return all.length < 2 ? all : [...new Set(all)].sort((a, b) => a - b)
  }

  function forget(): void {
    single.clear()
    several.clear()
    opening.fill(undefined)
  }

  return { root, next }
}

const NONE: readonly never[] = []

/** Gaps are asked for only when a search comes by with tokens left. */
class MadeState implements State {
  private known: Map<number, MadeState | null> | undefined
  private found: readonly Gap[] | undefined

  constructor(
    readonly nodes: readonly number[],
    readonly ends: readonly number[],
    readonly takesConcepts: boolean,
    private readonly find: (nodes: readonly number[]) => readonly Gap[],
  ) {}

  /** What follows, null where nothing does. To remember it pays where several nodes would be asked. */
  remembered(key: number, ledTo: (state: State, key: number) => MadeState | null): MadeState | null {
    this.known ??= new Map()
    const found = this.known.get(key)
    if (found !== undefined) return found
    const led = ledTo(this, key)
    this.known.set(key, led)
    return led
  }

  get gaps(): readonly Gap[] {
    this.found ??= this.find(this.nodes)
    return this.found
  }
}

/** A view of a built pack is taken as it is. */
const int32s = (list: Numbers): Int32Array => (list instanceof Int32Array ? list : Int32Array.from(list))

/** Rows of so many numbers in order of their first one, the node. */
class Rows {
  private readonly first: Int32Array

  constructor(
    private readonly list: Int32Array,
    private readonly width: number,
    nodes: number,
  ) {
    const first = new Int32Array(nodes + 1)
    for (let at = 0; at < list.length; at += width) first[(list[at] as number) + 1] = at / width + 1
    for (let node = 1; node <= nodes; node++) first[node] = Math.max(first[node] as number, first[node - 1] as number)
    this.first = first
  }

  /** The first row of a node; those of the next node follow. */
  from(node: number): number {
    return this.first[node] as number
  }

  isEmpty(node: number): boolean {
    return this.first[node] === this.first[node + 1]
  }

  /** A number of a row; the node is at place 0. */
  at(row: number, place: number): number {
    return this.list[row * this.width + place] as number
  }
}
