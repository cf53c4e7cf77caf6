import * as z from 'zod'
import { severities } from '../findings/finding.js'
import { citationStyles } from '../findings/fixes/citation-style.js'
import { referenceStyles } from '../rules/pack.js'
import { profiles } from './profiles.js'

const list = z.array(z.string().min(1))

/** One string or several. */
const oneOrMore = z.union([z.string().min(1), list]).transform((value) => (typeof value === 'string' ? [value] : value))

const levels = z.enum([...severities, 'off'])

const rules = z
  .record(z.string(), levels)
  .describe(
    'A severity or off, by rule (training/rlhf-sufficient), by group (training/*) or for all (*). The narrower name wins.',
  )

const profile = z.enum(profiles).describe('What kind of document this is.')

const files = oneOrMore.describe('Patterns as in .gitignore, relative to this file.')

/** `.proviso.yaml`. It holds data only: nothing in it can make Proviso run code. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where an editor finds the schema of this file.'),
    extends: oneOrMore
      .optional()
      .describe('Files to build on, relative to this one. What is said here comes after them.'),
    profile: profile.optional(),
    rules: rules.optional(),
    overrides: z
      .array(z.strictObject({ files, rules: rules.optional(), profile: profile.optional() }))
      .optional()
      .describe('Other rules or another profile for some files. Later entries win.'),
    ignores: oneOrMore
      .optional()
      .describe('Files that are not checked: patterns as in .gitignore, relative to this file.'),
    terms: z
      .strictObject({
        models: list.optional().describe('Names of your models and products, read as an AI system.'),
        benchmarks: list.optional().describe('Names of your own benchmarks.'),
      })
      .optional()
      .describe('Names that only your documents use.'),
    packs: oneOrMore.optional().describe('Folders or files of your own rules, relative to this file.'),
    citation: z
      .enum(citationStyles)
      .optional()
      .describe('How a limitation is cited. Without it, as the document cites already, else in a footnote.'),
    references: z.enum(referenceStyles).optional().describe('How references are written out in full: apa without it.'),
    bibliography: oneOrMore
      .optional()
      .describe(
        'Bibliography files (.bib or CSL-JSON), relative to this one. Citations are by key then, as pandoc has them.',
      ),
    waivers: z
      .string()
      .min(1)
      .optional()
      .describe('The file of claims that the team stands by, relative to this one: .proviso-waivers.yaml without it.'),
  })
  .describe('Configuration of Proviso')

export type Config = z.infer<typeof configSchema>
