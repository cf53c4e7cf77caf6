/**
 * `hash:occurrence` from the rule, the claim's words and the headings above: re-wrapping and moving within a section leave it as it
 * is. FNV-1a over two 32-bit lanes: short, the same everywhere, and no secret is kept by it.
 */
export function fingerprinter(): (hash: string) => string {
  const seen = new Map<string, number>()
  return (hash) => {
    const occurrence = (seen.get(hash) ?? 0) + 1
    seen.set(hash, occurrence)
    return `${hash}:${occurrence}`
  }
}

/** The hash alone. */
export const hashOfClaim = (rule: string, text: string, headings: readonly string[]): string =>
  digest([rule, plain(text), ...headings.map(plain)].join('\n'))

/** Case, white space, markup and the form of quotes and dashes do not make another claim. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()

/** Sixteen hexadecimal digits. */
export function digest(text: string): string {
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + at), 0x85ebca6b)
  }
  return hex(low) + hex(high)
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
