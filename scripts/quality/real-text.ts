import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../engine/document/parse.js'
import { lint } from '../../engine/lint.js'
import type { Pack } from '../../engine/rules/pack.js'
import { defaultSettings } from '../../engine/settings.js'
import type { Labelled } from './labelled.js'
import type { RealText } from './results.js'
import { type Mistake, scoreAll } from './score.js'

/** Findings in the documents of a folder, which have no labels, at any depth; `tell` is given each, with the path of its document. */
export function readRealText(
  source: string,
  folder: string,
  pack: Pack,
  tell: (mistake: Mistake, path: string) => void,
): RealText {
  const files = documentsIn(folder)
  let [words, findings] = [0, 0]
  for (const path of files) {
    const text = readFileSync(path, 'utf8')
    const document: Labelled = { name: path, register: '', text, claims: [], borderline: [], clean: [] }
    const { mistakes } = scoreAll(
      [document],
      () => lint(parseDocument(text, 'markdown'), pack, defaultSettings).findings,
    )
    words += text.split(/\s+/).length
    findings += mistakes.length
    for (const one of mistakes) tell(one, path)
  }
  return { source, files: files.length, words, findings }
}

/** The new counts beside those of other sources. What was read of a source holds only while its findings are as many. */
export function withRealText(before: readonly RealText[], now: readonly RealText[]): RealText[] {
  const others = before.filter(({ source }) => !now.some((one) => one.source === source))
  const read = now.map((one) => {
    const known = before.find(({ source, findings }) => source === one.source && findings === one.findings)
    return { ...known, ...one }
  })
  return [...read, ...others]
}

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(md|mdx|qmd|txt)$/.test(path) && statSync(path).isFile())
    .sort()
}
