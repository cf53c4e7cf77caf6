import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ShippedReference } from '../../cli/cite/references.js'
import type { Knowledge } from '../../engine/rules/pack.js'
import { root } from '../pack-files.js'
import { type CslItem, type ReferenceItem, referenceItems } from './items.js'

const require = createRequire(import.meta.url)
const { plugins, Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')
require('@citation-js/plugin-csl')

/** Keys are our own, as they are. */
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false })

/** Two styles come with the library, and two are files of the CSL project. */
const { templates } = plugins.config.get('@csl')
for (const name of ['chicago-author-date', 'ieee'])
  templates.add(name, readFileSync(join(root, 'scripts/references/styles', `${name}.csl`), 'utf8'))

/** All references in all formats and styles, as Citation.js writes them. */
export const renderReferences = (knowledge: Knowledge): ShippedReference[] => referenceItems(knowledge).map(rendered)

function rendered({ id, kind, behind, csl }: ReferenceItem): ShippedReference {
  return {
    id,
    key: csl.id,
    kind,
    behind,
    csl: { ...csl },
    bibtex: bibtexOf(csl),
    ris: risOf(csl),
    text: {
      apa: textOf(csl, 'apa'),
      chicago: textOf(csl, 'chicago-author-date'),
      ieee: textOf(csl, 'ieee'),
      harvard: textOf(csl, 'harvard1'),
    },
  }
}

/** "Ren, Basart, Khoja et al." is one name in words, and four in BibTeX, where the last is called others. */
function bibtexOf({ abstract: _, ...csl }: CslItem): string {
  const author = csl.author.flatMap((name) =>
    'literal' in name && name.literal.endsWith(' et al.')
      ? [
          ...name.literal
            .slice(0, -7)
            .split(', ')
            .map((family) => ({ family })),
          { family: 'others' },
        ]
      : [name],
  )
  return new Cite({ ...csl, author })
    .format('bibtex')
    .trim()
    .replace(/\band \{others\}/, 'and others')
}

/** The library breaks lines in the middle of words, where readers of the format take a line for a field, and cuts ids. */
function risOf({ note: _, ...csl }: CslItem): string {
  const ris: string = new Cite(csl).format('ris', { format: 'text' }).trim()
  return ris.replace(/\n(?![A-Z][A-Z0-9] {2}- ?)/g, '').replace(/^ID {2}- .*$/m, `ID  - ${csl.id}`)
}

function textOf(csl: CslItem, template: string): string {
  const html: string = new Cite(csl).format('bibliography', { format: 'html', template, lang: 'en-US' })
  return inMarkdown(html.replace(/<div class="csl-left-margin">.*?<\/div>/s, ''))
}

/** Emphasis is all the markup that references have. */
const inMarkdown = (html: string): string =>
  html
    .replace(/<\/?i>/g, '*')
    .replace(/<[^>]+>/g, '')
    .replace(/&#38;|&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
