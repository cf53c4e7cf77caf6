import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../pack-files.js'
import type { Mistake } from './score.js'

const FILE = join(root, '.cache/quality.json')

/** An error is the same in two runs when its document, kind, rule and words are. */
const nameOf = ({ kind, document, rule, text }: Mistake): string => `${kind} ${document} ${rule}: ${text}`

export interface Change {
  readonly fresh: readonly string[]
  readonly gone: readonly string[]
}

/** What is new and what is gone since the last run over a set; nothing where there was none. The run is kept for the next one. */
export function sinceLastRun(set: string, mistakes: readonly Mistake[]): Change | undefined {
  const all = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string[]>) : {}
  const [before, now] = [all[set], mistakes.map(nameOf)]
  mkdirSync(dirname(FILE), { recursive: true })
  writeFileSync(FILE, JSON.stringify({ ...all, [set]: now }))
  if (!before) return undefined
  return { fresh: now.filter((one) => !before.includes(one)), gone: before.filter((one) => !now.includes(one)) }
}
