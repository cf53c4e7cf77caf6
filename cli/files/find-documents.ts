import { type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Fault } from '../reports/report.js'
import { gitIgnored } from './git-ignored.js'
import { documentExtensions, isDocument } from './language.js'
import { shownPath, toPosix } from './paths.js'
import { whyUnreadable } from './read-text.js'
import { walk } from './walk.js'

export interface FoundDocument {
  /** Absolute. */
  readonly path: string
  /** As reports show it. */
  readonly shown: string
  /** Named by itself, not found in a folder or by a pattern. */
  readonly named: boolean
}

export interface FoundDocuments {
  /** In order of `shown`, each once. */
  readonly documents: readonly FoundDocument[]
  /** What was asked for and cannot be had. */
  readonly faults: readonly Fault[]
}

type Part = { readonly paths: readonly string[]; readonly named?: boolean; readonly faults?: readonly Fault[] }

/** The documents that files, folders and patterns stand for. */
export async function findDocuments(asked: readonly string[], cwd: string): Promise<FoundDocuments> {
  const isIgnored = gitIgnored()
  const found = new Map<string, FoundDocument>()
  const faults: Fault[] = []
  for (const one of asked) {
    const part = await partFor(one, cwd, isIgnored)
    faults.push(...(part.faults ?? []))
    for (const path of part.paths) {
      const named = part.named === true || found.get(path)?.named === true
      found.set(path, { path, shown: shownPath(cwd, path), named })
    }
  }
  const documents = [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1))
  return { documents, faults }
}

type IsIgnored = ReturnType<typeof gitIgnored>

async function partFor(asked: string, cwd: string, isIgnored: IsIgnored): Promise<Part> {
  const path = resolve(cwd, asked)
  let stats: Stats | undefined
  try {
    stats = statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    return missing(asked, whyUnreadable(error))
  }
  if (stats?.isDirectory()) return inFolder(asked, path, cwd, isIgnored)
  if (stats) return { paths: [path], named: true }
  return byPattern(asked, cwd, isIgnored)
}

function inFolder(asked: string, folder: string, cwd: string, isIgnored: IsIgnored): Part {
  const { files, problems } = walk(folder, isIgnored)
  if (files.length + problems.length === 0) return missing(asked, `no documents in this folder (${looked})`)
  return {
    paths: files,
    faults: problems.map(({ path, problem }) => ({ path: shownPath(cwd, path), message: problem })),
  }
}

const missing = (path: string, message: string): Part => ({ paths: [], faults: [{ path, message }] })

const looked = `looked for ${documentExtensions.join(' ')}`

async function byPattern(asked: string, cwd: string, isIgnored: IsIgnored): Promise<Part> {
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(asked)) return missing(asked, 'no such file or folder')
  const options = {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  }
  const matched = (await glob([toPosix(asked)], options)).map((path) => resolve(path))
  const wanted = matched.filter((path) => isWanted(path, asked) && !isIgnored(path, false))
  return wanted.length > 0 ? { paths: wanted } : missing(asked, nothingMatched(matched))
}

/** A pattern that spells out the extension is meant for it; any other one stands for documents only. */
const isWanted = (path: string, pattern: string): boolean => /\.(\w+|\{[\w,]+\})$/.test(pattern) || isDocument(path)

function nothingMatched(matched: readonly string[]): string {
  if (matched.length === 0) return 'no file matches this pattern'
  return `of ${matched.length} matching files none is checked: ignored by git, or no document (${looked})`
}
