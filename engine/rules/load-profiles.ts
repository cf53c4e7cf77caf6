import * as z from 'zod'
import { profiles } from '../config/profiles.js'
import { severities } from '../findings/finding.js'
import type { PackFile } from './load-pack.js'
import type { ProfileRecord } from './pack.js'
import type { Problem } from './problem.js'
import { readYaml } from './read-yaml.js'

const words = z.array(z.string().regex(/^[\p{Ll}\p{N}_]+(?: [\p{Ll}\p{N}_]+)*$/u, 'words in lower case')).default([])

const schema: z.ZodType<readonly ProfileRecord[]> = z.array(
  z.strictObject({
    id: z.enum(profiles),
    name: z.string().min(1),
    what: z.string().min(1),
    reading: z.literal('duties').exactOptional(),
    names: words,
    titles: words,
    opening: words,
    headings: words,
    register: z.enum(['duties', 'reader']).exactOptional(),
    severities: z.record(z.string(), z.enum(severities)).default({}),
  }),
)

export const PROFILES = 'knowledge/profiles.yaml'

/** The kinds of documents; undefined where a pack has no file of them. */
export function loadProfiles(files: readonly PackFile[], problems: Problem[]): readonly ProfileRecord[] | undefined {
  const file = files.find(({ path }) => path === PROFILES)
  if (!file) return undefined
  const { value, problems: wrong } = readYaml(file, schema)
  problems.push(...wrong)
  return value
}
