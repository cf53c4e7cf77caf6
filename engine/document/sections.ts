import type { Block } from './block.js'

/** Marks captions and reference lists, which only their neighbours or the heading above tell from other paragraphs. */
export const labelSections = (blocks: readonly Block[]): Block[] => labelPart(blocks, 0).blocks

/** A part of a document with its labels, and the level of the reference list that is open behind it; 0 when none is. */
export interface LabelledPart {
  readonly blocks: Block[]
  readonly level: number
}

/** The same for some blocks of a document, `level` being open before them, with the blocks that stand before and behind. */
export function labelPart(blocks: readonly Block[], level: number, before?: Block, behind?: Block): LabelledPart {
  const references = new ReferenceSections(level)
  const labelled = blocks.map((block, at): Block => {
    if (references.covers(block)) return { ...block, kind: 'references' }
    return isCaption(block, blocks[at - 1] ?? before, blocks[at + 1] ?? behind) ? { ...block, kind: 'caption' } : block
  })
  return { blocks: labelled, level: references.level }
}

const REFERENCES =
  /^(?:(?:\d+(?:\.\d+)*|[A-Z])[.)]?\s+)?(?:references|reference list|list of references|bibliography|works cited|literature cited|sources|further reading)\s*:?$/i

const APPENDIX = /^(?:appendix|annex)\b.{0,80}$/i

/** Goes through the blocks in order and knows where a reference list is open. */
class ReferenceSections {
  /** Level of the heading above; 7 where a plain paragraph stands for one, which any heading ends. */
  constructor(public level: number) {}

  covers(block: Block): boolean {
    if (block.kind === 'heading') this.atHeading(block)
    else if (isPlainTitle(block)) {
      if (REFERENCES.test(block.text)) this.level = 7
      else if (this.level === 7 && APPENDIX.test(block.text)) this.level = 0
    }
    return this.level > 0 && block.kind !== 'heading' && block.kind !== 'code' && block.kind !== 'footnote'
  }

  private atHeading({ text, depth }: Block): void {
    if (REFERENCES.test(text)) this.level = this.level > 0 ? Math.min(this.level, depth) : depth
    else if (depth <= this.level) this.level = 0
  }
}

const isPlainTitle = ({ kind, text }: Block): boolean => kind === 'paragraph' && text.length < 100

const NUMBERED =
  /^(?:(?:supplementary|extended data)\s)?(?:table|figure|fig\.|tbl\.|chart|exhibit)\s+(?:[A-Z]?\d+(?:[.-]\d+)*[a-z]?|[IVX]+|[A-Z](?:\.\d+)*)(?![\p{L}\p{N}])/iu

/** `Table 3 shows that` begins a sentence; `Table 3: Results` and `Table 3 Results` begin a caption. */
const AFTER_NUMBER = /^(?:\s*(?:[.:|)–—-]|$)|\s*\n|\s+[\p{Lu}"“(])/u

/** How Pandoc writes a caption. */
const PANDOC = /^(?:table|figure)?:\s/i

function isCaption({ kind, text }: Block, before: Block | undefined, behind: Block | undefined): boolean {
  if ((kind !== 'paragraph' && kind !== 'quotation') || !readsAsCaption(text)) return false
  return isCaptioned(before) || isCaptioned(behind)
}

function readsAsCaption(text: string): boolean {
  if (PANDOC.test(text)) return true
  const label = NUMBERED.exec(text)?.[0]
  return label !== undefined && AFTER_NUMBER.test(text.slice(label.length))
}

const isCaptioned = (block: Block | undefined): boolean =>
  block !== undefined && (block.kind === 'table-cell' || block.kind === 'code' || isPicture(block))

const isPicture = ({ text, marks }: Block): boolean =>
  marks.some(({ kind }) => kind === 'image') && /^[\uFFFC\s]+$/.test(text)
