import type { Block } from './block.js'

/** Marks captions and reference lists, which only their neighbours or the heading above tell from other paragraphs. */
export function labelSections(blocks: readonly Block[]): Block[] {
  const references = new ReferenceSections()
  return blocks.map((block, at) => {
    if (references.covers(block)) return { ...block, kind: 'references' }
    return isCaption(blocks, at) ? { ...block, kind: 'caption' } : block
  })
}

const REFERENCES =
  /^(?:(?:\d+(?:\.\d+)*|[A-Z])[.)]?\s+)?(?:references|reference list|list of references|bibliography|works cited|literature cited|sources|further reading)\s*:?$/i

const APPENDIX = /^(?:appendix|annex)\b.{0,80}$/i

/** Goes through the blocks in order and knows where a reference list is open. */
class ReferenceSections {
  /** Level of the heading above; 7 where a plain paragraph stands for one, which any heading ends. */
  private level = 0

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

function isCaption(blocks: readonly Block[], at: number): boolean {
  const { kind, text } = blocks[at] as Block
  if ((kind !== 'paragraph' && kind !== 'quotation') || !readsAsCaption(text)) return false
  return isCaptioned(blocks[at - 1]) || isCaptioned(blocks[at + 1])
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
