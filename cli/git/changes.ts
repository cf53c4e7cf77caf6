import { askGit } from './git.js'
import { type ChangedLines, changedLines } from './hunks.js'

/** A file that differs between a commit and the working tree. Paths are relative to the top of the repository, with `/`. */
export interface Change {
  /** Its path before; none for a new file. */
  readonly before?: { readonly path: string; readonly blob: string }
  /** Its path now; none for one that was deleted. */
  readonly after?: string
}

export interface Changes {
  readonly changes: readonly Change[]
  readonly lines: ChangedLines
  /** Whether git knows the file: what it does not know is new as a whole. */
  readonly isTracked: (path: string) => boolean
  /** Files that git neither knows nor ignores. */
  readonly untracked: readonly string[]
}

const DIFF = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--find-renames', '--ignore-submodules']

/** What changed among the files that are asked for by `isWanted`. */
export function changesSince(commit: string, top: string, isWanted: (path: string) => boolean): Changes {
  const raw = askGit(top, [...DIFF, '--raw', '-z', '--no-abbrev', commit, '--'])
  const changes = parseRaw(raw.toString()).filter(({ before, after }) =>
    [before?.path, after].some((path) => path && isWanted(path)),
  )
  const tracked = new Set(names(askGit(top, ['ls-files', '-z'])))
  return {
    changes,
    lines: linesOfAll(commit, top, changes),
    isTracked: (path) => tracked.has(path),
    untracked: names(askGit(top, ['ls-files', '-z', '--others', '--exclude-standard'])),
  }
}

const names = (list: Buffer): string[] => list.toString().split('\0').filter(Boolean)

/** `:100644 100644 BEFORE AFTER STATUS`, then a path, or two for a rename or a copy. */
function parseRaw(raw: string): Change[] {
  const parts = raw.split('\0')
  const changes: Change[] = []
  for (let at = 0; at < parts.length - 1; ) {
    const [, , blob = '', , status = ''] = (parts[at++] ?? '').split(' ')
    const path = parts[at++] ?? ''
    if (/^[RC]/.test(status)) changes.push({ before: { path, blob }, after: parts[at++] ?? '' })
    else if (status === 'A') changes.push({ after: path })
    else if (status === 'D') changes.push({ before: { path, blob } })
    // Unmerged files come again with their difference from the commit.
    else if (status !== 'U') changes.push({ before: { path, blob }, after: path })
  }
  return changes
}

/** So many files go into one call, whose arguments are bounded by the system. */
const MOST = 300

function linesOfAll(commit: string, top: string, changes: readonly Change[]): ChangedLines {
  const patches: Buffer[] = []
  for (let at = 0; at < changes.length; at += MOST) {
    const paths = changes.slice(at, at + MOST).flatMap(({ before, after }) => [before?.path ?? [], after ?? []].flat())
    const literal = [...new Set(paths)].map((path) => `:(literal)${path}`)
    const prefixes = ['--src-prefix=a/', '--dst-prefix=b/', '--unified=0', '--inter-hunk-context=0', '--text']
    patches.push(askGit(top, [...DIFF, ...prefixes, commit, '--', ...literal]))
  }
  return changedLines(patches.map(String).join(''))
}

/** The contents of blobs, in the same order. */
export function blobs(top: string, ids: readonly string[]): Buffer[] {
  if (ids.length === 0) return []
  const all = askGit(top, ['cat-file', '--batch'], `${ids.join('\n')}\n`)
  const found: Buffer[] = []
  for (let at = 0; at < all.length; ) {
    const end = all.indexOf(10, at)
    const [, kind, size] = all.subarray(at, end).toString().split(' ')
    const length = kind === 'missing' ? 0 : Number(size)
    found.push(all.subarray(end + 1, end + 1 + length))
    at = end + 1 + (kind === 'missing' ? 0 : length + 1)
  }
  return found
}
