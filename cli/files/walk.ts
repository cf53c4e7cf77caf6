import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDocument } from './language.js'
import { whyUnreadable } from './read-text.js'

const NEVER = new Set(['.git', 'node_modules'])

export interface Walked {
  readonly files: readonly string[]
  readonly problems: readonly { readonly path: string; readonly problem: string }[]
}

/** Documents under a folder. Links to files are followed, links to folders are not, as git does. */
export function walk(folder: string, isIgnored: (path: string, isFolder: boolean) => boolean): Walked {
  const files: string[] = []
  const problems: { path: string; problem: string }[] = []
  const visit = (at: string): void => {
    for (const entry of entriesOf(at, problems)) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) {
        if (!NEVER.has(entry.name) && !isIgnored(path, true)) visit(path)
      } else if (isDocument(entry.name) && !isIgnored(path, false) && !leadsToFolder(entry, path)) files.push(path)
    }
  }
  visit(folder)
  return { files, problems }
}

function entriesOf(folder: string, problems: { path: string; problem: string }[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    problems.push({ path: folder, problem: whyUnreadable(error) })
    return []
  }
}

/** A broken link counts as a file: reading it will say what is wrong. */
const leadsToFolder = (entry: Dirent, path: string): boolean =>
  entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
