import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Span } from '../../engine/document/span.js'

/** A text with what a tool should find in it. Offsets are UTF-16 units into `text`. */
export interface Labelled {
  readonly name: string
  readonly register: string
  readonly text: string
  readonly claims: readonly (Span & { readonly rule: string; readonly also: readonly string[] })[]
  readonly borderline: readonly Span[]
  readonly clean: readonly (Span & { readonly why: string; readonly near: string })[]
}

interface Label {
  readonly line: number
  readonly quote: string
  readonly rule?: string
  readonly also?: readonly string[]
  readonly why?: string
  readonly near?: string
}

/** Documents with `NAME.labels.json` beside `NAME.md`; nothing when the folder is not there. */
export function readCorpus(folder: string, wanted: (name: string) => boolean = () => true): Labelled[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.labels.json') && wanted(name))
    .sort()
    .map((name) => readDocument(folder, name))
}

function readDocument(folder: string, labelsName: string): Labelled {
  const name = labelsName.replace('.labels.json', '.md')
  const text = readFileSync(join(folder, name), 'utf8')
  const labels = JSON.parse(readFileSync(join(folder, labelsName), 'utf8')) as Record<string, Label[] | string>
  const list = (key: string): Label[] => (labels[key] as Label[] | undefined) ?? []
  const place = (label: Label): Span => placeOf(text, label, name)
  return {
    name,
    register: (labels.register as string | undefined) ?? '',
    text,
    claims: list('findings').map((label) => ({ ...place(label), rule: label.rule ?? '', also: label.also ?? [] })),
    borderline: list('borderline').map(place),
    clean: list('hardNegatives').map((label) => ({ ...place(label), why: label.why ?? '', near: label.near ?? '' })),
  }
}

function placeOf(text: string, { line, quote }: Label, name: string): Span {
  let from = 0
  for (let at = 1; at < line; at++) from = text.indexOf('\n', from) + 1
  const start = text.indexOf(quote, from)
  if (start < 0) throw new Error(`${name}: no such quote at line ${line}: ${quote}`)
  return { start, end: start + quote.length }
}

interface BankLine {
  readonly text: string
  readonly rule: string | null
  readonly span?: string
  readonly also?: readonly string[]
  readonly near?: string
  readonly why?: string
  readonly register: string
}

/** What stands above a lone sentence, so that it is plain what it is about. */
const SETTING = '# An AI model\n\n'

/** The sentence bank, each entry as a small document. `half` keeps the odd or the even ones by their text. */
export function readBank(folder: string, half: 'tune' | 'held' | 'all', setting = SETTING): Labelled[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n')
      return lines.map((line, at) =>
        bankEntry(JSON.parse(line) as BankLine, `${basename(name, '.jsonl')}:${at + 1}`, setting),
      )
    })
    .filter(({ text }) => half === 'all' || (isHeld(text) ? 'held' : 'tune') === half)
}

function isHeld(text: string): boolean {
  let hash = 7
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return ((hash >>> 8) & 1) === 1
}

function bankEntry(line: BankLine, name: string, setting: string): Labelled {
  const text = setting + line.text
  const found = line.span ? text.indexOf(line.span, setting.length) : -1
  const span =
    found < 0
      ? { start: setting.length, end: text.length }
      : { start: found, end: found + (line.span as string).length }
  const whole = { start: setting.length, end: text.length }
  return {
    name,
    register: line.register,
    text,
    claims: line.rule ? [{ ...span, rule: line.rule, also: line.also ?? [] }] : [],
    borderline: [],
    clean: line.rule ? [] : [{ ...whole, why: line.why ?? '', near: line.near ?? '' }],
  }
}
