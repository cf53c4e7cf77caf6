import type { Span } from '../span.js'

/**
 * A stretch that is markup of a dialect which the tokenizer does not know. `shown` is what the tokenizer sees in its place,
 * of the same length; `admonition` says that the container it opens is a note in the text's own voice.
 */
export interface Region extends Span {
  readonly kind: 'drop' | 'math' | 'code' | 'admonition'
  readonly shown: string
}

/** A text as the tokenizer shall see it, and what differs. Regions are in order and do not overlap. */
export interface Masked {
  readonly text: string
  readonly regions: readonly Region[]
}

type Finder = (text: string) => Region[]

/** Hides what Pandoc, Quarto, MkDocs, Docusaurus, GitHub and MDX add to Markdown. What stands before `from` is left alone. No region reaches across a blank line. */
export function maskDialects(source: string, from: number, mdx: boolean): Masked {
  const text = from > 0 ? source.slice(from) : source
  const finders = mdx ? [...COMMON, ...MDX] : COMMON
  const found = finders.flatMap((find) => find(text))
  if (found.length === 0) return { text: source, regions: [] }
  const regions = withoutOverlaps(found)
  return {
    text: source.slice(0, from) + applyRegions(text, regions),
    regions: regions.map((region) => ({ ...region, start: region.start + from, end: region.end + from })),
  }
}

function withoutOverlaps(found: readonly Region[]): Region[] {
  const kept: Region[] = []
  let end = 0
  for (const region of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (region.start < end) continue
    kept.push(region)
    end = region.end
  }
  return kept
}

function applyRegions(text: string, regions: readonly Region[]): string {
  let shown = ''
  let at = 0
  for (const region of regions) {
    shown += text.slice(at, region.start) + region.shown
    at = region.end
  }
  return shown + text.slice(at)
}

/** Line ends stay, so that the tokenizer counts the same lines. */
const spaces = (text: string): string => text.replace(/[^\r\n]/g, ' ')

const dropped = (start: number, text: string): Region => ({
  kind: 'drop',
  start,
  end: start + text.length,
  shown: spaces(text),
})

/** Looks for a pattern only where its cue occurs. */
const byPattern =
  (cue: string, pattern: RegExp, toRegions: (match: RegExpMatchArray) => Region[]): Finder =>
  (text) =>
    text.includes(cue) ? [...text.matchAll(pattern)].flatMap(toRegions) : []

const dropMatch = (match: RegExpMatchArray): Region[] => [dropped(match.index ?? 0, match[0])]

/** `::: {.note}` of Pandoc and `:::tip` of Docusaurus; what stands between two fences is prose. */
const divFences = byPattern(':::', /^[ \t>]*:{3,}[^\r\n]*/gm, (match) => {
  const prefix = match[0].length - match[0].replace(/^[ \t>]*/, '').length
  return [dropped((match.index ?? 0) + prefix, match[0].slice(prefix))]
})

/** `{#id .class key=value}` after a heading, a link, code, or alone. */
const attributes: Finder = (text) =>
  text.includes('{') ? [...text.matchAll(/\{[^{}\r\n]{1,200}\}/g)].filter(isAttribute(text)).flatMap(dropMatch) : []

const isAttribute =
  (text: string) =>
  (match: RegExpMatchArray): boolean => {
    const inside = match[0].slice(1, -1).trim()
    if (!/^[#.:-]|^[\w-]+=/.test(inside)) return false
    const before = text.charAt((match.index ?? 0) - 1)
    return (before !== '' && '])`'.includes(before)) || isBlankOrHeading(text, match.index ?? 0)
  }

function isBlankOrHeading(text: string, at: number): boolean {
  const lineStart = at === 0 ? 0 : Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  return /^[ \t>]*(?:#{1,6}[ \t]|$)/.test(text.slice(lineStart, at))
}

/** `{{< include x >}}` of Quarto and Hugo. */
const shortcodes = byPattern('{{', /\{\{[<%][^\r\n]{0,400}?[>%]\}\}/g, dropMatch)

/** `$$ ... $$` within a paragraph, and `$x$` on one line by Pandoc's rule, which spares amounts of money. */
const math = byPattern(
  '$',
  /(?<![\\$])(?:\$\$(?!\$)(?:[^$`~\r\n]|(?:\r\n|\r|\n)(?![ \t>]*[\r\n]))+\$\$|\$(?![\s$])[^$`\r\n]*(?<![\s\\$])\$(?![\d$]))/g,
  (match) => [opaque('math', match.index ?? 0, match[0])],
)

const opaque = (kind: 'math' | 'code', start: number, text: string): Region => ({
  kind,
  start,
  end: start + text.length,
  shown: text.replace(/[^\r\n]/g, '\uFFFC'),
})

/** `> [!NOTE]`: the label goes, and the quotation is none. */
const githubNotes = byPattern('[!', /(^[ \t>]*>[ \t]?)(\[![A-Za-z-]+\][+-]?)/gm, (match) => {
  const label = match[2] as string
  return [asShown('admonition', (match.index ?? 0) + (match[1] as string).length, label)]
})

/** Left for the tokenizer as it is, but no part of the prose. */
const asShown = (kind: Region['kind'], start: number, text: string): Region => ({
  kind,
  start,
  end: start + text.length,
  shown: text,
})

/**
 * `!!! note "Title"` of MkDocs: shown as the marker of a list item, which takes what is indented below, with the title as a heading in
 * it, so that it does not run on into the text.
 */
const NOTE_LINE = /^([ \t>]*)((?:!!!|\?\?\?\+?)[ \t]+[\w-]+)([^\r\n]*)/gm

const mkdocsNotes: Finder = (text) =>
  text.includes('!!!') || text.includes('???') ? [...text.matchAll(NOTE_LINE)].flatMap(mkdocsRegions) : []

function mkdocsRegions(match: RegExpMatchArray): Region[] {
  const [, indent = '', head = '', rest = ''] = match
  const start = (match.index ?? 0) + indent.length
  const opening = rest.indexOf('"')
  const closing = rest.lastIndexOf('"')
  const titled = closing > opening
  const length = head.length + (titled ? opening + 1 : rest.length)
  const note: Region = {
    kind: 'admonition',
    start,
    end: start + length,
    shown: titled ? '-   #'.padEnd(length) : '-   '.padEnd(length, 'x'),
  }
  const end = start + head.length
  return titled ? [note, { ...asShown('drop', end + closing, rest.slice(closing)) }] : [note]
}

/** `import`, `export` up to the next blank line or fence of code. */
const esm = byPattern(
  'port ',
  /^(?:import|export)[ \t][^\r\n]*(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n]|[ \t>]*(?:```|~~~))[^\r\n]+)*/gm,
  dropMatch,
)

const BLANK_LINE = /(?:\r\n|\r|\n)[ \t]*[\r\n]/

/** Comments go; other expressions become placeholders like code. */
const expressions = byPattern('{', /\{(?:[^{}`~]|\{[^{}`~]*\})*\}/g, (match) => {
  if (BLANK_LINE.test(match[0])) return []
  return match[0].startsWith('{/*') ? dropMatch(match) : [opaque('code', match.index ?? 0, match[0])]
})

const jsxTags = byPattern('<', /<\/?(?:[A-Za-z][\w.:-]*)?(?:[^<>{}`~]|\{(?:[^{}`~]|\{[^{}`~]*\})*\})*>/g, (match) =>
  /^<\/?(?:[A-Z]|>|\w+\.)|\{/.test(match[0]) && !BLANK_LINE.test(match[0]) ? dropMatch(match) : [],
)

const COMMON: readonly Finder[] = [divFences, attributes, shortcodes, math, githubNotes, mkdocsNotes]
const MDX: readonly Finder[] = [esm, jsxTags, expressions]
