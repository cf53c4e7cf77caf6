import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { LintResult } from '../../engine/findings/finding.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Settings } from '../../engine/settings.js'
import { whyUnreadable } from '../files/read-text.js'

/** Where a cache is, and what was built into its keys: another build of Proviso never reads what this one wrote. */
export interface CachePlace {
  readonly folder: string
  readonly build: string
}

/** What is kept of a document. */
export interface Kept {
  readonly words: number
  readonly result: LintResult
}

/** All on which a result rests. */
export interface Question {
  readonly text: string
  readonly languageId: string
  readonly pack: Pack
  readonly settings: Settings
}

/**
 * Results by content. Each is a file of its own, put in its place when it is whole and read only when its sum is right: runs side by side,
 * a crash, a cut-off or a strange file make a miss at most.
 */
export interface Cache {
  find(question: Question): { readonly kept: Kept | undefined; readonly keep: (value: Kept) => void }
  /** Why nothing more is written, once. */
  problem(): string | undefined
}

export function openCache({ folder, build }: CachePlace, builtIn: Pack): Cache {
  let problem: string | undefined
  const idOf = packIds(builtIn)
  return {
    find(question) {
      const key = keyOf(build, idOf(question.pack), question)
      const path = join(folder, key.slice(0, 2), key.slice(2))
      return {
        kept: read(path, key),
        keep(value) {
          problem ??= write(folder, path, key, value)
        },
      }
    },
    problem: () => problem,
  }
}

export function keyOf(build: string, packId: string, { text, languageId, settings }: Question): string {
  const head = [build, packId, languageId, JSON.stringify(settings)].join('\0')
  return createHash('sha256').update(head).update('\0').update(text).digest('hex')
}

/** The build stands for the built-in rules; those of a team stand for themselves. */
export function packIds(builtIn: Pack): (pack: Pack) => string {
  const known = new Map<Pack, string>([[builtIn, '']])
  return (pack) => {
    const id = known.get(pack) ?? createHash('sha256').update(JSON.stringify(pack.rules)).digest('hex')
    known.set(pack, id)
    return id
  }
}

const sumOf = (key: string, text: string): string => createHash('sha256').update(key).update(text).digest('hex')

const SUM = 64
const DAY = 24 * 60 * 60 * 1000

function read(path: string, key: string): Kept | undefined {
  try {
    const written = readFileSync(path, 'utf8')
    const text = written.slice(SUM + 1)
    if (written.slice(0, SUM) !== sumOf(key, text)) return undefined
    markUsed(path)
    return JSON.parse(text) as Kept
  } catch {
    return undefined
  }
}

/** What is used stays: an entry that is older than a day is young again. */
function markUsed(path: string): void {
  const now = Date.now()
  if (now - statSync(path).mtimeMs < DAY) return
  try {
    utimesSync(path, now / 1000, now / 1000)
  } catch {
    // A cache that only can be read is still of use.
  }
}

function write(folder: string, path: string, key: string, value: Kept): string | undefined {
  const temporary = `${path}.${process.pid}.${threadId}.tmp`
  try {
    const text = JSON.stringify(value)
    // Words of documents are in it: it is for this user alone.
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(temporary, `${sumOf(key, text)}\n${text}`, { mode: 0o600 })
    renameSync(temporary, path)
    return undefined
  } catch (error) {
    remove(temporary)
    return whyUnreadable(refusalOf(folder) ?? error)
  }
}

/** Node says of a new folder on a disk that can only be read that its parent is not there. */
function refusalOf(folder: string): unknown {
  try {
    accessSync(folder, constants.W_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : error
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // It could not be made, so it is not there.
  }
}
