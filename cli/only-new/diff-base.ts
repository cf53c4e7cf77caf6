import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Project } from '../../engine/config/project.js'
import type { Finding } from '../../engine/findings/finding.js'
import { isDocument } from '../files/language.js'
import { toPosix } from '../files/paths.js'
import { decode, readText } from '../files/read-text.js'
import type { Base } from '../git/base.js'
import { blobs, type Change, changesSince } from '../git/changes.js'
import { type LineRange, overlaps } from '../git/hunks.js'
import { lineCounter } from './lines.js'
import { type OldSentence, oldSentences } from './old-sentences.js'
import { type PlainSentence, sentenceAt, sentencesIn } from './sentences.js'
import type { Sieve } from './sieve.js'

/**
 * `--diff-base`: findings in sentences that the change touches, and those whose sentence it leaves but whose limitation, reason or other
 * clearing it takes away. Git's own difference says which lines changed. A sentence on a changed line that stood, word for word,
 * on a line that the change took out (of this file or another) was re-wrapped or moved, not touched.
 */
export async function newSince(
  { top, commit }: Base,
  asked: readonly string[],
  projectFor: (path: string) => Promise<Project>,
): Promise<Sieve> {
  const real = realPaths(top, asked)
  const wanted = new Set(real.values())
  const { changes, lines, isTracked, untracked } = changesSince(
    commit,
    top,
    (path) => wanted.has(path) || isDocument(path),
  )
  const old = await oldDocuments(changes, top, lines.removed, projectFor)
  const removed = pool([...old.values()].flat().filter(({ touched }) => touched))
  const known = new Map<string, Known>()
  const isNew = (path: string): boolean => !isTracked(path)
  const now = [
    ...changes.flatMap(({ before, after }) =>
      after === undefined ? [] : [{ after, before: before?.path, whole: !before }],
    ),
    ...untracked
      .filter((path) => isDocument(path) || wanted.has(path))
      .map((after) => ({ after, before: undefined, whole: true })),
  ].sort((a, b) => (a.after < b.after ? -1 : 1))
  for (const { after, before, whole } of now) {
    const read = readText(join(top, after))
    if ('problem' in read) continue
    const ranges = whole ? ALL : isWide(read.text) ? [] : (lines.added.get(after) ?? [])
    const kept = pool((before === undefined ? [] : (old.get(before) ?? [])).filter(({ touched }) => !touched))
    known.set(
      after,
      compared(read.text, after, ranges, (words) => kept.take(words) ?? removed.take(words), removed.take),
    )
  }
  return {
    kind: 'untouched',
    keep(findings, { path, source }) {
      const at = real.get(path) ?? path
      const document = known.get(at)
      if (!document) return isNew(at) ? findings : []
      return document.source === source ? findings.filter((one) => isNewIn(document, one)) : findings
    },
  }
}

const ALL: readonly LineRange[] = [{ from: 0, to: Number.POSITIVE_INFINITY }]

/** Perhaps in UTF-16, where git's lines are none: then sentences are compared by their words alone. */
const isWide = (text: string): boolean => text.startsWith('\ufeff')

/** A document of now, and for each of its sentences what it was before; nothing for one that the change touches. */
interface Known {
  readonly source: string
  readonly sentences: readonly PlainSentence[]
  readonly before: readonly (OldSentence | undefined)[]
}

type Take = (words: string) => OldSentence | undefined

function compared(source: string, path: string, added: readonly LineRange[], keptOr: Take, moved: Take): Known {
  const { sentences } = sentencesIn(source, path)
  const lineOf = lineCounter(source)
  const before = sentences.map(({ start, end, words }) => {
    const touched = overlaps(added, lineOf(start), lineOf(Math.max(start, end - 1)))
    return touched ? moved(words) : keptOr(words)
  })
  return { source, sentences, before }
}

function isNewIn({ sentences, before }: Known, { span }: Finding): boolean {
  const old = before[sentenceAt(sentences, span.start)]
  return old === undefined || (!old.flagged && old.wasCleared())
}

/** Sentences that can be taken once each. */
function pool(sentences: readonly OldSentence[]): { take: Take } {
  const byWords = new Map<string, OldSentence[]>()
  for (const sentence of sentences) {
    const same = byWords.get(sentence.words)
    if (same) same.push(sentence)
    else byWords.set(sentence.words, [sentence])
  }
  return { take: (words) => byWords.get(words)?.shift() }
}

async function oldDocuments(
  changes: readonly Change[],
  top: string,
  removed: ReadonlyMap<string, readonly LineRange[]>,
  projectFor: (path: string) => Promise<Project>,
): Promise<Map<string, OldSentence[]>> {
  const before = changes.flatMap((change) => (change.before ? [{ ...change.before, after: change.after }] : []))
  const contents = blobs(
    top,
    before.map(({ blob }) => blob),
  )
  const found = new Map<string, OldSentence[]>()
  for (const [at, { path, after }] of before.entries()) {
    const read = decode(contents[at] ?? new Uint8Array())
    if ('problem' in read) continue
    const now = join(top, after ?? path)
    const project = await projectFor(now)
    const ranges = after === undefined || isWide(read.text) ? ALL : (removed.get(path) ?? [])
    found.set(path, oldSentences(read.text, path, ranges, project, project.settingsFor(now)))
  }
  return found
}

/** Paths as git has them: links resolved, from the top of the repository. */
function realPaths(top: string, asked: readonly string[]): Map<string, string> {
  return new Map(asked.map((path) => [path, toPosix(relative(top, realOf(path)))]))
}

function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
