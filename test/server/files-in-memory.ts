import { isDocument } from '../../engine/document/languages.js'
import { pathOf } from '../../server/uris.js'
import type { Files } from '../../server/world.js'

/** Files that are nowhere but in a map from path to text. */
export function filesInMemory(files: Map<string, string>): Files {
  const under = (path: string): string[] =>
    [...files.keys()].filter((file) => file === path || file.startsWith(`${path}/`)).sort()
  const toUri = (path: string): string => `file://${path}`
  return {
    exists: async (uri) => under(pathOf(uri)).length > 0,
    async read(uri) {
      const text = files.get(pathOf(uri))
      return text === undefined ? { problem: 'no such file or folder' } : { text }
    },
    async update(uri, change) {
      files.set(pathOf(uri), change(files.get(pathOf(uri))))
    },
    async rulesAt(uri) {
      const paths = under(pathOf(uri)).filter((path) => /\.ya?ml$/.test(path))
      return under(pathOf(uri)).length === 0 ? { problem: 'no such file or folder' } : { paths: paths.map(toUri) }
    },
    documentsIn: async (folder) => under(pathOf(folder)).filter(isDocument).map(toUri),
  }
}
