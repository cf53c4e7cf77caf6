import { type Document, isMap, isNode, isScalar, type LineCounter, type Node, type ParsedNode } from 'yaml'

export interface Place {
  readonly line: number
  readonly column: number
}

export type Path = readonly PropertyKey[]

/** Line and column (1-based, UTF-16) of an offset. */
export function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** Where a value begins; where the nearest one above it begins when it is missing. */
export function offsetOfValue(document: Document<ParsedNode>, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length))
    if (node?.range) return node.range[0]
  }
  return 0
}

/** Where the key at the end of a path begins; where its value begins when it has none (an item of a list). */
export function offsetOfKey(document: Document<ParsedNode>, path: Path): number {
  const parent = nodeAt(document, path.slice(0, -1))
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))
    : undefined
  const key = pair?.key
  return isNode(key) && key.range ? key.range[0] : offsetOfValue(document, path)
}

function nodeAt(document: Document<ParsedNode>, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node : undefined
}
