import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { toPosix } from './paths.js'

interface IgnoreFile {
  readonly folder: string
  readonly patterns: Ignore
}

/**
 * Whether git leaves a path out, by the .gitignore files from the top of the repository down to the path's folder; the nearest
 * one that speaks decides. Outside a repository the files in the path's folder and above count in the same way.
 */
export function gitIgnored(): (path: string, isFolder: boolean) => boolean {
  const files = new Map<string, readonly IgnoreFile[]>()
  return (path, isFolder) => {
    for (const { folder, patterns } of filesFor(dirname(path), files)) {
      const { ignored, unignored } = patterns.test(toPosix(relative(folder, path)) + (isFolder ? '/' : ''))
      if (ignored || unignored) return ignored
    }
    return false
  }
}

/** The nearest first. */
function filesFor(folder: string, known: Map<string, readonly IgnoreFile[]>): readonly IgnoreFile[] {
  const before = known.get(folder)
  if (before) return before
  const own = ignoreFileIn(folder)
  const above = isTop(folder) ? [] : filesFor(dirname(folder), known)
  const all = own ? [own, ...above] : above
  known.set(folder, all)
  return all
}

const isTop = (folder: string): boolean => dirname(folder) === folder || existsSync(join(folder, '.git'))

function ignoreFileIn(folder: string): IgnoreFile | undefined {
  try {
    return { folder, patterns: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }
  } catch {
    return undefined
  }
}
