import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Finding } from '../../engine/findings/finding.js'
import { digest } from '../../engine/findings/fingerprint.js'
import { toPosix } from '../files/paths.js'
import { readText } from '../files/read-text.js'
import { type BaselineEntry, readBaseline, writeBaseline } from './baseline-file.js'
import { sentenceAt, sentencesIn } from './sentences.js'
import type { Sieve } from './sieve.js'

/** `update` writes down what is there now; `prune` takes out what is there no more. */
export type BaselineMode = 'compare' | 'update' | 'prune'

/**
 * `--baseline`: findings that are written down are known. An entry knows its finding by path and fingerprint; and where that is gone, by rule
 * and sentence, in any document: text that was moved or re-wrapped, and files that were renamed, stay known. Each entry knows one finding.
 */
export function baselineSieve(file: string, cwd: string, mode: BaselineMode, say: (note: string) => void): Sieve {
  const at = resolve(cwd, file)
  const old = readBaseline(at, file, mode === 'update')
  const shownFrom = (path: string): string => toPosix(relative(dirname(at), path))
  const store = entryStore(old, hashReader(dirname(at)))
  const now: BaselineEntry[] = []
  const seen = new Set<string>()
  return {
    kind: 'baseline',
    keep(findings, { path, source }) {
      const shown = shownFrom(path)
      seen.add(shown)
      const entryOf = entryMaker(shown, source, path)
      const fresh = mode === 'update' ? [] : store.unknown(findings, shown, entryOf)
      const known = new Set(fresh)
      if (mode !== 'compare') now.push(...findings.filter((one) => !known.has(one)).map(entryOf))
      return fresh
    },
    end(faulty) {
      const unread = new Set(faulty.map(shownFrom))
      const isSettled = (path: string): boolean =>
        !unread.has(path) && (seen.has(path) || !existsSync(join(dirname(at), path)))
      if (mode === 'compare') return sayStale(store.left().filter(({ path }) => isSettled(path)).length, file, say)
      const kept = old.filter((entry) => !isSettled(entry.path) && !store.isTaken(entry))
      writeBaseline(at, [...kept, ...now], file)
      say(`${file} holds ${kept.length + now.length} findings (${old.length} before)`)
    },
  }
}

function sayStale(count: number, file: string, say: (note: string) => void): void {
  if (count > 0) say(`entries of ${file} that match no finding any more: ${count}; --prune-baseline takes them out`)
}

type EntryOf = (finding: Finding) => BaselineEntry

function entryMaker(path: string, source: string, file: string): EntryOf {
  let sentences: ReturnType<typeof sentencesIn>['sentences'] | undefined
  return ({ rule, fingerprint, span }) => {
    sentences ??= sentencesIn(source, file).sentences
    const words = sentences[sentenceAt(sentences, span.start)]?.words ?? ''
    const text = source.slice(span.start, span.end).replace(/\s+/g, ' ').slice(0, 120)
    return { path, rule, fingerprint, sentence: digest(words), text }
  }
}

/** The entries of a baseline, each of which can be taken once. */
function entryStore(entries: readonly BaselineEntry[], hashesAt: (path: string) => ReadonlySet<string>) {
  const taken = new Set<BaselineEntry>()
  const exactly = new Map(entries.map((entry) => [`${entry.path}\n${entry.fingerprint}`, entry]))
  const bySentence = grouped(entries, ({ rule, sentence }) => `${rule}\n${sentence}`)
  const byPrint = grouped(entries, ({ rule, fingerprint }) => `${rule}\n${fingerprint}`)

  /** An entry of the same document, or of one where its sentence no longer stands: else this is a copy. */
  function movedFrom({ path, rule, sentence, fingerprint }: BaselineEntry): BaselineEntry | undefined {
    const free = (bySentence.get(`${rule}\n${sentence}`) ?? []).filter((entry) => !taken.has(entry))
    const here = free.find((entry) => entry.path === path)
    const there = free.find((entry) => !hashesAt(entry.path).has(sentence))
    const renamed = (byPrint.get(`${rule}\n${fingerprint}`) ?? []).find(
      (entry) => !taken.has(entry) && hashesAt(entry.path) === GONE,
    )
    return here ?? there ?? renamed
  }

  return {
    unknown(findings: readonly Finding[], path: string, entryOf: EntryOf): Finding[] {
      const rest = findings.filter(({ fingerprint }) => {
        const entry = exactly.get(`${path}\n${fingerprint}`)
        if (entry) taken.add(entry)
        return !entry
      })
      return rest.filter((finding) => {
        const entry = movedFrom(entryOf(finding))
        if (entry) taken.add(entry)
        return !entry
      })
    },
    isTaken: (entry: BaselineEntry): boolean => taken.has(entry),
    left: (): BaselineEntry[] => entries.filter((entry) => !taken.has(entry)),
  }
}

function grouped(
  entries: readonly BaselineEntry[],
  key: (entry: BaselineEntry) => string,
): Map<string, BaselineEntry[]> {
  const groups = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const same = groups.get(key(entry))
    if (same) same.push(entry)
    else groups.set(key(entry), [entry])
  }
  return groups
}

/** A document that is no longer there. */
const GONE: ReadonlySet<string> = new Set()

/** The sentences that stand in a document now, by hash; a document is read when an entry of it might have moved, and once. */
function hashReader(folder: string): (path: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (path) => {
    const found = known.get(path) ?? hashesIn(join(folder, path))
    known.set(path, found)
    return found
  }
}

function hashesIn(path: string): ReadonlySet<string> {
  const read = readText(path)
  if ('problem' in read) return GONE
  return new Set(sentencesIn(read.text, path).sentences.map(({ words }) => digest(words)))
}
