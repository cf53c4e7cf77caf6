/** Small helpers that turn data into English. */

/** A list as English writes it: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** Folded white space on one line, at most `most` UTF-16 units, cut between words where there is a gap. */
export function shortened(text: string, most: number): string {
  const folded = text.replace(/[\s\uFFFC]+/g, ' ').trim()
  if (folded.length <= most) return folded
  const room = folded.slice(0, most - 1)
  const gap = room.lastIndexOf(' ')
  const kept = gap > most / 2 ? room.slice(0, gap) : room.replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.replace(/[,;:.\s]+$/, '')}…`
}
