/** Latin letters and the usual marks: one column each. The reports' own words are of these. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*$/

/** Columns that a text takes on a terminal: wide characters and emoji take two, combining marks none. */
export function widthOfText(text: string): number {
  if (PLAIN.test(text)) return text.length
  tools ??= makeTools()
  let width = 0
  for (const { segment } of tools.segmenter.segment(text)) width += widthOfCharacter(segment, tools)
  return width
}

type Tools = ReturnType<typeof makeTools>

/** Made when first needed: it costs as much as the start of the command. */
let tools: Tools | undefined

const makeTools = () => ({
  segmenter: new Intl.Segmenter(),
  unseen: /^[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Control}]+$/u,
  emoji: /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u,
})

/** Of a character as a reader sees it, which may be several code points. */
function widthOfCharacter(character: string, { unseen, emoji }: Tools): number {
  if (unseen.test(character)) return 0
  return isWide(character.codePointAt(0) as number) || emoji.test(character) ? 2 : 1
}

/** Blocks of wide and full-width characters: Hangul, CJK and its punctuation, full forms, the supplementary ideographic planes. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
]

const isWide = (code: number): boolean => WIDE.some(([first, last]) => first <= code && code <= last)

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOfText(text)))
