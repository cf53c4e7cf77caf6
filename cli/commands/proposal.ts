import { profiles } from '../../engine/config/profiles.js'
import type { Kind } from './document-kinds.js'

/** The text of a first `.proviso.yaml`, for the kinds of documents that are there. */
export function proposal(kinds: readonly Kind[]): string {
  const known: readonly string[] = profiles
  const overrides = kinds.filter(({ kind }) => known.includes(kind))
  const press = kinds.find(({ kind }) => kind === 'launch-post')
  const entries = [
    ...overrides.map(({ kind, files }) => `  - files: ${JSON.stringify(files)}\n    profile: ${kind}\n`),
    ...(press
      ? [
          `  # What goes out to the public is held to more.\n  - files: ${JSON.stringify(press.files)}\n    rules: { framing/absolute-safety: error }\n`,
        ]
      : []),
  ]
  return [
    '# Configuration of Proviso. All of it is optional: proviso print-config FILE shows what holds and where it comes from.\n',
    '# rules:\n#   commitment/*: info            # a severity, or off, for a rule, a group/* or *\n',
    entries.length > 0
      ? `overrides:\n${entries.join('')}`
      : '# overrides:\n#   - files: ["press/**"]\n#     rules: { framing/absolute-safety: error }\n',
    '# ignores: ["archive/**"]         # patterns as in .gitignore\n',
    '# terms:\n#   models: [Wren, Tamarisk]      # names of your own models and products\n',
  ].join('\n')
}
