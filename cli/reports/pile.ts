import type { Text } from '../world.js'

/** So many characters are joined to one piece. */
const PIECE = 1 << 18

/**
 * The text of a report while it grows. No report is too long for one string, and what is finished lies as bytes outside the heap, where
 * a million findings leave room for the work.
 */
export class Pile {
  private readonly pieces: Uint8Array[] = []
  private open: string[] = []
  private length = 0

  add(text: string): void {
    this.open.push(text)
    this.length += text.length
    if (this.length < PIECE) return
    this.pieces.push(Buffer.from(this.open.join('')))
    this.open = []
    this.length = 0
  }

  /** All of it, once; what is added later comes with the next call. */
  *take(): Iterable<Text> {
    yield* this.pieces.splice(0)
    const rest = this.open.join('')
    this.open = []
    this.length = 0
    if (rest !== '') yield rest
  }
}
