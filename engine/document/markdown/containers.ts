import type { Token } from 'micromark-util-types'
import type { Block, BlockKind } from '../block.js'

/** What stands around a block. `own`: a note in the text's own voice, which is written as a quotation or a list. */
export interface Container {
  readonly kind: 'quote' | 'list' | 'footnote'
  readonly token: Token
  readonly group: number
  label: string
  own: boolean
  /** Nothing has been read inside it, or inside its open item. */
  fresh: boolean
}

/** What the containers around a block say of it. */
export type Place = Pick<Block, 'kind' | 'depth' | 'quoted' | 'group' | 'cell' | 'label'>

/** The containers that are open while the tokens of a text go by, outermost first. */
export class Containers {
  private readonly open: Container[] = []

  enter(kind: Container['kind'], token: Token, group: number): void {
    this.open.push({ kind, token, group, label: '', own: false, fresh: true })
  }

  leave(token: Token): void {
    if (this.innermost?.token === token) this.open.pop()
  }

  startItem(): void {
    const list = this.innermost
    if (!list) return
    list.own = false
    list.fresh = true
  }

  setLabel(label: string): void {
    if (this.innermost) this.innermost.label = label
  }

  /** The first leaf in a container decides whether that is a note in the text's own voice. */
  startLeaf(opensNote: boolean): void {
    if (this.innermost?.fresh && opensNote) this.innermost.own = true
    for (const one of this.open) one.fresh = false
  }

  placeOf(kind: BlockKind): Place {
    const around = this.open.filter(({ own }) => !own)
    const lists = around.filter((one) => one.kind === 'list')
    const note = around.findLast((one) => one.kind === 'footnote')
    const place = kind === 'paragraph' ? kindIn(around.at(-1)) : kind
    return {
      kind: place,
      depth: place === 'list-item' ? lists.length : 0,
      quoted: around.some((one) => one.kind === 'quote'),
      group: lists.at(-1)?.group ?? 0,
      ...(note ? { label: note.label } : {}),
    }
  }

  private get innermost(): Container | undefined {
    return this.open.at(-1)
  }
}

function kindIn(container: Container | undefined): BlockKind {
  if (!container) return 'paragraph'
  return container.kind === 'quote' ? 'quotation' : container.kind === 'list' ? 'list-item' : 'footnote'
}
