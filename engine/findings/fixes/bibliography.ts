import type { Document } from '../../document/block.js'
import type { ReportReference } from '../../rules/pack.js'
import { type Edit, insertion, lineEndOf } from './edit.js'

/** The bibliography files that a document names: in its front matter, or by the commands of LaTeX. Paths as written. */
export function bibliographiesNamedIn({ frontMatter, source, languageId }: Document): readonly string[] {
  if (frontMatter?.format === 'yaml') return namedInYaml(frontMatter.value)
  return frontMatter || languageId === 'markdown' ? [] : namedInLatex(source)
}

function namedInYaml(yaml: string): string[] {
  const lines = yaml.split(/\r\n|\r|\n/)
  const at = lines.findIndex((line) => /^bibliography\s*:/.test(line))
  if (at < 0) return []
  const value = withoutComment((lines[at] as string).replace(/^bibliography\s*:/, ''))
  if (value.startsWith('['))
    return value
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map(unquoted)
      .filter(Boolean)
  if (value !== '') return [unquoted(value)]
  const items: string[] = []
  for (const line of lines.slice(at + 1)) {
    const item = /^\s*-\s+(.*)$/.exec(line)
    if (!item) break
    items.push(unquoted(withoutComment(item[1] as string)))
  }
  return items
}

const withoutComment = (text: string): string => text.replace(/\s#.*$/, '').trim()
const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2')

const IN_LATEX = /\\(?:bibliography|addbibresource)(?:\[[^\]]*\])?\{([^}]*)\}/g

const namedInLatex = (source: string): string[] =>
  [...source.matchAll(IN_LATEX)].flatMap(([, names = '']) =>
    names.split(',').map((name) => (/\.\w+$/.test(name.trim()) ? name.trim() : `${name.trim()}.bib`)),
  )

export type AddedEntry = { readonly edits: readonly Edit[] } | { readonly problem: string }

/**
 * Adds the report to a bibliography: BibTeX or CSL-JSON, by the ending of its name. No edits where the key is there already; a
 * problem where the file is of another kind or not what its name says.
 */
export function addToBibliography(path: string, text: string, key: string, reference: ReportReference): AddedEntry {
  if (/\.(?:bib|bibtex)$/i.test(path)) return { edits: inBibtex(text, key, reference.bibtex) }
  if (/\.json$/i.test(path)) return inCslJson(text, key, reference.csl)
  return { problem: 'only .bib and CSL-JSON files are written' }
}

function inBibtex(text: string, key: string, bibtex: string): readonly Edit[] {
  const known = new RegExp(`^[ \\t]*@\\w+\\s*[{(]\\s*${key}\\s*,`, 'im')
  if (known.test(text)) return []
  const line = lineEndOf(text)
  return [insertion(text.length, `${gap(text, line)}${bibtex.replaceAll('\n', line)}${line}`)]
}

const gap = (text: string, line: string): string =>
  text.trim() === '' || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text)
    ? ''
    : /[\r\n]$/.test(text)
      ? line
      : line + line

/** What stands in the file stays as it is, letter for letter. */
function inCslJson(text: string, key: string, csl: ReportReference['csl']): AddedEntry {
  const items = text.trim() === '' ? [] : parsed(text)
  if (!Array.isArray(items)) return { problem: 'this is no CSL-JSON: a list of entries is expected' }
  if (items.some((item) => (item as { id?: unknown } | null)?.id === key)) return { edits: [] }
  const line = lineEndOf(text)
  const indent = /^[ \t]+(?=\{)/m.exec(text)?.[0] ?? '  '
  const entry = JSON.stringify(csl, null, 2)
    .split('\n')
    .join(line + indent)
  if (items.length === 0)
    return { edits: [{ start: 0, end: text.length, pieces: [`[${line}${indent}${entry}${line}]${line}`] }] }
  const end = text.slice(0, text.lastIndexOf(']')).trimEnd().length
  return { edits: [insertion(end, `,${line}${indent}${entry}`)] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
