import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { FrontMatter } from '../document/block.js'
import { CUE } from '../document/directives.js'
import { lastAtOrBefore } from '../document/halving.js'
import { type Chunk, splitChunks } from '../document/markdown/chunk.js'
import { collectDefinitions, type Definitions, NO_DEFINITIONS } from '../document/markdown/definitions.js'
import { frontMatterAt } from '../document/markdown/front-matter.js'
import { type Masked, maskDialects } from '../document/markdown/mask.js'
import { chunkReader, moveBlocks } from '../document/markdown/parse-chunk.js'
import { afterByteOrderMark, frontMatterBlock } from '../document/markdown/parse-markdown.js'
import { type Difference, differenceIn } from './difference.js'
import { type LongText, longText } from './long-text.js'
import { detached, type Piece, type PieceReader, poolOf } from './piece.js'

/** A chunk of Markdown that was read by itself. */
interface ChunkPiece extends Piece {
  /** A place to begin reading at: it does not go on with the list of the chunk before it, and a blank line stands before it. */
  readonly isEntry: boolean
  readonly text: string
  readonly hasCue: boolean
  /** What it defines; nothing for most. */
  readonly defines: Definitions | undefined
}

/** Reads Markdown chunk by chunk, and after a change only the chunks around it. */
export function markdownPieces(): PieceReader {
  let source = longText('')
  let head: Head = headOf(source)
  let pieces: readonly ChunkPiece[] = []
  let definitions = NO_DEFINITIONS
  let groups = 0

  /** Chunks in a part of the text, with the masked part itself. */
  function chunksIn(text: LongText, from: number, to: number): { masked: Masked; chunks: Chunk[] } {
    const masked = maskDialects(detached(text.slice(from, to)), 0, false)
    return { masked, chunks: splitChunks(masked.text, 0) }
  }

  function readAll(text: LongText): void {
    const { masked, chunks } = chunksIn(text, head.end, text.length)
    const described = describe(masked, chunks)
    const changed = renewDefinitions(described.map(({ defines }) => defines))
    const usable = pieces.filter((piece) => changed.size === 0 || !mayRefer(piece, changed))
    pieces = readWith(text, head.end, masked, chunks, described, usable)
  }

  function renewDefinitions(all: readonly (Definitions | undefined)[]): Set<string> {
    const merged = merge(all)
    const changed = changedLabels(definitions, merged)
    if (changed.size > 0) definitions = merged
    return changed
  }

  /** Pieces for chunks: those whose text was there before are taken over, the others are read. */
  function readWith(
    text: LongText,
    from: number,
    masked: Masked,
    chunks: readonly Chunk[],
    described: readonly Described[],
    old: readonly ChunkPiece[],
  ): ChunkPiece[] {
    const known = poolOf(old, ({ text: own, isEntry }) => keyOf(own, isEntry))
    const part = detached(text.slice(from, from + masked.text.length))
    const read = chunkReader({ source: part, regions: masked.regions, definitions, mdx: false })
    return chunks.map(({ start, end, sibling }, at): ChunkPiece => {
      const own = part.slice(start, end)
      const isEntry = !sibling && (start === 0 || endsBlank(part, start))
      const piece = known(keyOf(own, isEntry))
      if (piece) {
        piece.start = from + start
        return piece
      }
      const found = read(masked.text.slice(start, end), start, groups)
      groups = found.groups
      const blocks = moveBlocks(found.blocks, -start, 0)
      const { defines } = described[at] as Described
      return {
        start: from + start,
        length: end - start,
        text: own,
        hasCue: own.includes(CUE),
        isEntry,
        blocks,
        defines,
      }
    })
  }

  /** Reads the chunks that an edit may have changed. False when the whole text must be read. */
  function readAround(text: LongText, change: Difference): boolean {
    const delta = text.length - source.length
    const first = beginBefore(pieces, change.start)
    const from = pieces[first]?.start ?? head.end
    for (let reach = 1; ; reach *= 2) {
      const next = beginAfter(pieces, change.oldEnd, reach)
      // One more run is read, so that the first line behind the place of return is known.
      const beyond =
        next < pieces.length ? beginAfter(pieces, (pieces[next] as ChunkPiece).start + 1, 1) : pieces.length
      const to = (pieces[beyond]?.start ?? source.length) + delta
      const { masked, chunks } = chunksIn(text, from, to)
      const back = (pieces[next]?.start ?? source.length) + delta - from
      const count =
        next < pieces.length ? chunks.findIndex(({ start, sibling }) => start === back && !sibling) : chunks.length
      if (count < 0) continue
      replace(text, { first, next, from, delta }, masked, chunks.slice(0, count))
      return true
    }
  }

  function replace(
    text: LongText,
    { first, next, from, delta }: { first: number; next: number; from: number; delta: number },
    masked: Masked,
    chunks: readonly Chunk[],
  ): void {
    const old = pieces.slice(first, next)
    const described = describe(masked, chunks)
    const [before, behind] = [pieces.slice(0, first), pieces.slice(next)]
    const touched = old.some(({ defines }) => defines) || described.some(({ defines }) => defines)
    const changed = touched
      ? renewDefinitions([...before, ...described, ...behind].map(({ defines }) => defines))
      : new Set<string>()
    const usable = changed.size > 0 ? old.filter((piece) => !mayRefer(piece, changed)) : old
    const fresh = readWith(text, from, masked, chunks, described, usable)
    for (const piece of behind) piece.start += delta
    pieces = [...before, ...fresh, ...behind]
    if (changed.size > 0)
      pieces = pieces.map((piece) => (fresh.includes(piece) || !mayRefer(piece, changed) ? piece : reread(piece)))
  }

  /** A chunk whose own text is the same, and that now refers to something else. */
  function reread(piece: ChunkPiece): ChunkPiece {
    const masked = maskDialects(piece.text, 0, false)
    const found = chunkReader({ source: piece.text, regions: masked.regions, definitions, mdx: false })(
      masked.text,
      0,
      groups,
    )
    groups = found.groups
    const { labelled: _, ...same } = piece
    return { ...same, blocks: found.blocks }
  }

  return (text) => {
    const change = differenceIn(source, text)
    const fresh = headOf(text)
    const sameHead =
      fresh.end === head.end && change.start >= head.end && text.slice(0, head.end) === source.slice(0, head.end)
    if (text !== source || pieces.length === 0) {
      if (sameHead && pieces.length > 0) readAround(text, change)
      else {
        head = fresh
        readAll(text)
      }
      source = text
    }
    const hasCue = pieces.some((piece) => piece.hasCue)
    return {
      pieces: [...head.pieces, ...pieces],
      hasCue,
      ...(head.frontMatter ? { frontMatter: head.frontMatter } : {}),
    }
  }
}

/** What stands before the first chunk. */
interface Head {
  readonly end: number
  readonly pieces: readonly Piece[]
  readonly frontMatter?: FrontMatter
}

function headOf(text: LongText): Head {
  // Most texts have none, and then the whole of it need not be put together.
  const source = /^\ufeff*(?:---|\+\+\+)/.test(text.slice(0, 16)) ? String(text) : text.slice(0, 16)
  const start = afterByteOrderMark(source)
  const frontMatter = frontMatterAt(source, start)
  if (!frontMatter) return { end: start, pieces: [] }
  const { end } = frontMatter
  const blocks = [frontMatterBlock({ start: 0, end: end - start })]
  return { end, frontMatter, pieces: [{ start, length: end - start, blocks }] }
}

interface Described {
  readonly defines: Definitions | undefined
}

/** What each chunk defines. */
const describe = ({ text }: Masked, chunks: readonly Chunk[]): Described[] =>
  chunks.map(({ start, end }) => {
    const own = text.slice(start, end)
    return { defines: own.includes(']:') ? collectDefinitions([own]) : undefined }
  })

const keyOf = (text: string, isEntry: boolean): string => (isEntry ? '+' : '-') + text

/** Whether the line before an offset is blank in the text itself: markup of a dialect, which reads as blank, may be part of something. */
const endsBlank = (text: string, at: number): boolean =>
  /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, at - 80), at))

/** The first definition of a label counts. */
function merge(all: readonly (Definitions | undefined)[]): Definitions {
  const links = new Map<string, string>()
  const footnotes = new Set<string>()
  for (const one of all) {
    if (!one) continue
    for (const [label, address] of one.links) if (!links.has(label)) links.set(label, address)
    for (const label of one.footnotes) footnotes.add(label)
  }
  return { links, footnotes: [...footnotes] }
}

function changedLabels(before: Definitions, after: Definitions): Set<string> {
  const changed = new Set<string>()
  for (const [label, address] of before.links) if (after.links.get(label) !== address) changed.add(label)
  for (const [label, address] of after.links) if (before.links.get(label) !== address) changed.add(label)
  const [old, fresh] = [new Set(before.footnotes), new Set(after.footnotes)]
  for (const label of old) if (!fresh.has(label)) changed.add(label)
  for (const label of fresh) if (!old.has(label)) changed.add(label)
  return changed
}

/** Whether a chunk may hold a reference to one of some labels. A label with white space may be broken over lines, so it counts as held. */
function mayRefer({ text }: ChunkPiece, labels: ReadonlySet<string>): boolean {
  if (!text.includes('[')) return false
  const words = normalizeIdentifier(text)
  return [...labels].some((label) => /\s/.test(label) || words.includes(label))
}

/** The last place to begin reading at that lies before an edit, and one further back, since an edit may join what it touches to what stands before. */
function beginBefore(pieces: readonly ChunkPiece[], at: number): number {
  let run = lastAtOrBefore(pieces, startOf, at)
  for (let steps = 0; steps < 2 && run > 0; run--) if ((pieces[run] as ChunkPiece).isEntry && ++steps === 2) break
  return Math.max(run, 0)
}

const startOf = ({ start }: ChunkPiece): number => start

/** The `count`-th place to begin reading at from an offset on; the number of pieces when there are not so many. */
function beginAfter(pieces: readonly ChunkPiece[], at: number, count: number): number {
  let left = count
  let next = lastAtOrBefore(pieces, startOf, at)
  for (; next < pieces.length; next++) {
    const { start, isEntry } = pieces[next] as ChunkPiece
    if (start >= at && isEntry && --left === 0) return next
  }
  return pieces.length
}
