import type { Colours } from './colours.js'
import { printable } from './printable.js'
import { hang } from './wrap.js'

/** The small Markdown of rule pages for a terminal: headings, paragraphs, lists, code blocks, emphasis, links. */
export function showMarkdown(markdown: string, colours: Colours, width: number): string {
  let inCode = false
  const rows = markdown.split('\n').flatMap((line) => {
    const fence = /^\s*```/.test(line)
    if (fence) inCode = !inCode
    if (fence) return []
    return inCode ? [`    ${colours.cyan(printable(line))}`] : showLine(line, colours, width)
  })
  return `${rows
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function showLine(line: string, colours: Colours, width: number): string[] {
  const heading = /^(#+) (.*)$/.exec(line)
  if (heading) return [showHeading(heading[2] as string, heading[1] === '#', colours)]
  if (line.trim() === '') return ['']
  const [, bullet = '', text = line] = /^(\s*- )(.*)$/.exec(line) ?? []
  const folded = hang(bullet, plainLinks(text), width).join('\n')
  return inline(bullet === '' ? folded : bracketed(folded, colours), colours).split('\n')
}

function showHeading(text: string, isTitle: boolean, colours: Colours): string {
  const words = colours.bold(inline(printable(text), colours))
  return isTitle ? colours.underline(words) : words
}

/** In examples the bold words are the flagged ones: without colours, brackets mark them. */
const bracketed = (text: string, colours: Colours): string =>
  colours.isColorSupported ? text : text.replace(/\*\*([^*]+)\*\*/g, '[$1]')

/** `[words](address)` reads `words (address)`; a relative address leads nowhere in a terminal and goes. */
const plainLinks = (text: string): string =>
  printable(text).replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, words: string, url: string) =>
    /^https?:/.test(url) ? `${words} <${url}>` : words,
  )

/** Emphasis may run over a fold. */
const inline = (text: string, colours: Colours): string =>
  text
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => byLine(words, colours.bold))
    .replace(/(?<![\w*])\*([^*]+)\*(?![\w*])/g, (_, words: string) => byLine(words, colours.italic))
    .replace(/`([^`]+)`/g, (_, words: string) => byLine(words, colours.cyan))

const byLine = (text: string, paint: (text: string) => string): string => text.split('\n').map(paint).join('\n')
