import { posix } from 'node:path'
import type { FoundDocument } from '../files/find-documents.js'

/** Kinds of documents, by the names that files and folders of them tend to have. */
const BY_NAME: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['system-card', /(system|model)[-_ ]?cards?/],
  ['safety-framework', /(safety|preparedness|scaling|risk)[-_ ]?(framework|policy|polic(y|ies))|frameworks?/],
  ['safety-case', /(safety|assurance)[-_ ]?cases?/],
  ['policy-draft', /\b(polic(y|ies)|bills?|acts?|regulations?|standards?|consultations?|codes?-of-practice)\b/],
  ['launch-post', /\b(press|launch(es)?|announcements?|blog|posts?|news|newsletters?|releases?)\b/],
  ['report', /\b(reports?|papers?|research|notes?)\b/],
]

export interface Kind {
  readonly kind: string
  /** Patterns as in .gitignore that hold for the documents of this kind. */
  readonly files: readonly string[]
  readonly count: number
}

/** What the documents seem to be. A folder whose name says it stands for all that is in it. */
export function kindsOf(documents: readonly Pick<FoundDocument, 'shown'>[]): Kind[] {
  const found = new Map<string, { files: Set<string>; count: number }>()
  for (const { shown } of documents) {
    const match = kindOf(shown)
    if (!match) continue
    const kind = found.get(match.kind) ?? { files: new Set(), count: 0 }
    kind.files.add(match.files)
    kind.count++
    found.set(match.kind, kind)
  }
  return BY_NAME.flatMap(([kind]) => {
    const one = found.get(kind)
    return one ? [{ kind, files: [...one.files].sort(), count: one.count }] : []
  })
}

/** The name says more than the folder; where both say the same, the folder stands for its other documents too. */
function kindOf(path: string): { kind: string; files: string } | undefined {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const byName = kindNamed(name.slice(0, name.length - posix.extname(name).length))
  const at = parts.findLastIndex((part) => kindNamed(part) !== undefined)
  const byFolder = kindNamed(parts[at] ?? '')
  if (byName && byName !== byFolder) return { kind: byName, files: `/${path}` }
  if (!byFolder) return undefined
  return { kind: byFolder, files: `/${parts.slice(0, at + 1).join('/')}/**` }
}

const kindNamed = (name: string): string | undefined =>
  BY_NAME.find(([, pattern]) => pattern.test(name.toLowerCase().replace(/[_ ]/g, '-')))?.[0]

export function sayKinds(documents: readonly unknown[], kinds: readonly Kind[]): string {
  const rest = documents.length - kinds.reduce((sum, { count }) => sum + count, 0)
  const lines = kinds.map(({ kind, count, files }) => {
    const where = files.slice(0, 3).join(', ') + (files.length > 3 ? `, and ${files.length - 3} more` : '')
    return `  ${String(count).padStart(5)}  ${kind}: ${where}`
  })
  if (rest > 0) lines.push(`  ${String(rest).padStart(5)}  of no kind that their names tell`)
  return [`Documents here: ${documents.length}`, ...lines].join('\n')
}
