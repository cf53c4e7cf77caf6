import { widthOfText } from './width.js'

/** Text folded into lines of at most `columns`, broken between words; a longer word has a line of its own. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOfText(longer) > columns) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** Wrapped text where the first line follows a label and the others stand below its text. */
export function hang(label: string, text: string, columns: number): string[] {
  const width = widthOfText(label)
  const [first = '', ...rest] = wrap(text, columns - width)
  return [label + first, ...rest.map((line) => ' '.repeat(width) + line)]
}
