import type { ClaimItem, ClaimsOfFile } from '../../server/protocol.js'
import { type ClaimsFilter, lets } from './filter.js'
import { groupBy } from './group.js'

/** What the view shows: documents, in them sections, in them claims. A claim above every heading hangs on its document. */
export type ClaimNode = FileNode | SectionNode | ClaimLeaf

export interface FileNode {
  readonly kind: 'file'
  readonly uri: string
  readonly count: number
  readonly children: readonly (SectionNode | ClaimLeaf)[]
}

export interface SectionNode {
  readonly kind: 'section'
  readonly uri: string
  readonly title: string
  /** Headings above this one, outermost first. */
  readonly above: readonly string[]
  readonly children: readonly ClaimLeaf[]
}

export interface ClaimLeaf {
  readonly kind: 'claim'
  readonly uri: string
  readonly claim: ClaimItem
}

/** Documents without a claim that the filter lets through are left out. */
export function claimsTree(files: readonly ClaimsOfFile[], filter: ClaimsFilter): FileNode[] {
  return files
    .map(({ uri, claims }) =>
      fileNode(
        uri,
        claims.filter((claim) => lets(filter, claim)),
      ),
    )
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.uri.localeCompare(other.uri))
}

function fileNode(uri: string, claims: readonly ClaimItem[]): FileNode {
  const sections = groupBy([...claims].sort(byPlace), ({ headings }) => headings.join('\n'))
  return {
    kind: 'file',
    uri,
    count: claims.length,
    children: [...sections.values()].flatMap((all) => section(uri, all)),
  }
}

function section(uri: string, claims: readonly ClaimItem[]): (SectionNode | ClaimLeaf)[] {
  const children = claims.map((claim) => ({ kind: 'claim', uri, claim }) as const)
  const headings = claims[0]?.headings ?? []
  const title = headings.at(-1)
  return title === undefined ? children : [{ kind: 'section', uri, title, above: headings.slice(0, -1), children }]
}

const byPlace = ({ range: { start: one } }: ClaimItem, { range: { start: other } }: ClaimItem): number =>
  one.line - other.line || one.character - other.character
