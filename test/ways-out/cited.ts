import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from '../../engine/document/parse.js'
import { markedWords } from '../../engine/findings/example-text.js'
import type { Finding } from '../../engine/findings/finding.js'
import { type CitationStyle, citationStyles } from '../../engine/findings/fixes/citation-style.js'
import { citeAll } from '../../engine/findings/fixes/cite.js'
import { applyEdits } from '../../engine/findings/fixes/edit.js'
import { lint } from '../../engine/lint.js'
import { isDocumentRule } from '../../engine/rules/document-rule.js'
import { defaultSettings, type Settings } from '../../engine/settings.js'
import { product } from '../product.js'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

export const inStyle = (style: CitationStyle): Settings => ({
  ...defaultSettings,
  citation: { style, bibliography: [] },
})

/** Styles with the language in which their documents are written. */
export const languages: Readonly<Record<CitationStyle, string>> = {
  footnote: 'markdown',
  pandoc: 'markdown',
  link: 'markdown',
  text: 'markdown',
  latex: 'latex',
}
export const styles = citationStyles

export interface Cited {
  readonly before: readonly Finding[]
  readonly after: string
  readonly left: readonly Finding[]
  readonly again: string
}

/** A text with all its findings cited, what is found in it then, and the text after a second run. */
export function cited(text: string, language: string, settings: Settings): Cited {
  const run = (source: string) => {
    const document = parseDocument(source, language)
    const findings = lint(document, product(), settings).findings.filter(({ rule }) => !isDocumentRule(rule))
    return { document, findings, edits: citeAll(findings, document, product(), settings) }
  }
  const first = run(text)
  for (const { start, end } of first.edits) equal(start, end, 'a citation replaces nothing')
  const after = applyEdits(text, first.edits)
  const second = run(after)
  return { before: first.findings, after, left: second.findings, again: applyEdits(after, second.edits) }
}

/** The text after its findings are cited; nothing is found then, and a second run changes nothing. */
export function check(
  text: string,
  expected: string | RegExp,
  language = 'markdown',
  settings = defaultSettings,
): void {
  const { before, after, left, again } = cited(text, language, settings)
  ok(before.length > 0, `nothing is found in ${JSON.stringify(text)}`)
  if (typeof expected === 'string') ok(after.includes(expected), after)
  else ok(expected.test(after), after)
  deepEqual([left, again], [[], after])
}

/** Flagged examples of all rules, each a document of its own. */
export const examples = (): { rule: string; text: string }[] =>
  product().rules.flatMap(({ id, examples: { flag } }) =>
    flag.map((text) => {
      const { before, marked, after } = markedWords(text)
      return { rule: id, text: `${before}${marked}${after}\n` }
    }),
  )

const shared = join(root, '../shared/corpus')

/** Documents of the shared corpus; nothing where it is not here. */
export const sharedDocuments = (): { name: string; text: string }[] | undefined =>
  existsSync(shared)
    ? readdirSync(shared)
        .filter((name) => name.endsWith('.md'))
        .map((name) => ({ name, text: readFileSync(join(shared, name), 'utf8') }))
    : undefined
