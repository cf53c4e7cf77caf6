/**
 * The error workbench: what the engine finds in labelled text, rule by rule, and each error with the reasons of the engine.
 *
 *   npm run quality                          all sets; errors of the development documents, and what is new since the last run
 *   npm run quality -- --rule training/      errors of some rules only; --kind miss|alarm|"other rule"; --max N; --no-trace
 *   npm run quality -- --write               keeps the figures in test/quality/results.json and docs/quality.md
 *   npm run quality -- --first TITLE --set ID   keeps the score of a set as a first score
 *   npm run quality -- --real SOURCE=FOLDER...  text without labels: findings per 1,000 words; --list shows each, --write keeps the counts
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from '../engine/document/parse.js'
import { lint } from '../engine/lint.js'
import { loadPack } from '../engine/rules/load-pack.js'
import { defaultSettings } from '../engine/settings.js'
import { packFiles, root } from './pack-files.js'
import type { Labelled } from './quality/labelled.js'
import { sinceLastRun } from './quality/last-run.js'
import { measured, scoreEach, without } from './quality/measure.js'
import { qualityPage } from './quality/page.js'
import { type RealText, type Results, readResults, writeResults } from './quality/results.js'
import { type Mistake, type Score, scoreAll, type Tally } from './quality/score.js'
import { documentsOf, type QualitySet, sets } from './quality/sets.js'
import { traceAt } from './quality/trace.js'

const { values, positionals } = parseArgs({
  options: {
    rule: { type: 'string', default: '' },
    kind: { type: 'string', default: '' },
    max: { type: 'string', default: '200' },
    trace: { type: 'boolean', default: true },
    write: { type: 'boolean', default: false },
    first: { type: 'string' },
    set: { type: 'string' },
    real: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
  allowPositionals: true,
  allowNegative: true,
})

const { pack, problems } = loadPack(packFiles())
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column} ${message}`)

const today = new Date().toISOString().slice(0, 10)

if (values.real) keep({ ...readResults(), real: positionals.map(realText) })
else main()

function main(): void {
  const scored = sets
    .filter(({ id }) => !values.set || id === values.set)
    .map((set) => ({ set, documents: documentsOf(set) }))
    .filter(({ documents }) => documents.length > 0)
    .map(({ set, documents }) => ({ set, documents, scores: scoreEach(documents, pack) }))
  for (const { set, documents, scores } of scored) show(set, documents, scores)
  if (values.first !== undefined)
    keepFirst(
      values.first,
      scored.flatMap(({ scores }) => scores),
    )
  else if (values.write) keep(resultsOf(scored))
}

function show(set: QualitySet, documents: readonly Labelled[], scores: readonly Score[]): void {
  const { words, claims, ...figures } = measured(scores)
  console.log(`\n${set.title}: ${documents.length} documents, ${words} words, ${claims} claims`)
  if (!set.isKeptAside)
    showMistakes(
      set,
      documents,
      scores.flatMap(({ mistakes }) => mistakes),
    )
  for (const [rule, tally] of byRule(scores)) {
    if (!rule.startsWith(values.rule)) continue
    const { labelled, detected, named, alarms } = tally
    console.log(`${rule.padEnd(44)} found ${detected}/${labelled}  right ${named}  false alarms ${alarms}`)
  }
  const shown = Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'number'
      ? []
      : [`${name} ${value.value.toFixed(3)} (${value.low.toFixed(2)} to ${value.high.toFixed(2)})`],
  )
  console.log(shown.join(' · '))
}

function showMistakes({ id }: QualitySet, documents: readonly Labelled[], mistakes: readonly Mistake[]): void {
  const listed = mistakes.filter(({ rule, kind }) => rule.startsWith(values.rule) && kind.startsWith(values.kind))
  for (const { kind, document, rule, detail, text, at } of listed.slice(0, Number(values.max))) {
    console.log(`${kind} ${document} ${rule}${detail ? ` (${detail})` : ''}: ${text}`)
    const source = documents.find(({ name }) => name === document)
    if (values.trace && source) for (const line of traceAt(source, at, pack)) console.log(`    ${line}`)
  }
  const change = sinceLastRun(id, mistakes)
  if (!change) return
  for (const one of change.fresh) console.log(`new   ${one}`)
  for (const one of change.gone) console.log(`gone  ${one}`)
  console.log(`${change.fresh.length} errors are new since the last run, ${change.gone.length} are gone`)
}

function byRule(scores: readonly Score[]): [string, Tally][] {
  const rules = new Map<string, Tally>()
  for (const [rule, one] of scores.flatMap((score) => [...score.rules])) {
    const sum = rules.get(rule) ?? { labelled: 0, detected: 0, named: 0, alarms: 0 }
    rules.set(rule, {
      labelled: sum.labelled + one.labelled,
      detected: sum.detected + one.detected,
      named: sum.named + one.named,
      alarms: sum.alarms + one.alarms,
    })
  }
  return [...rules].sort(([a], [b]) => (a < b ? -1 : 1))
}

interface Scored {
  readonly set: QualitySet
  readonly documents: readonly Labelled[]
  readonly scores: readonly Score[]
}

function resultsOf(scored: readonly Scored[]): Results {
  const aside = scored.filter(({ set }) => set.isKeptAside)
  const scores = aside.flatMap((one) => one.scores)
  const documents = aside.flatMap((one) => one.documents)
  return {
    ...readResults(),
    date: today,
    sets: Object.fromEntries(
      scored.map((one) => [
        one.set.id,
        {
          title: one.set.title,
          whole: measured(one.scores),
          frames: measured(scoreEach(one.documents, without.judge(pack))),
          judge: measured(scoreEach(one.documents, without.frames(pack))),
        },
      ]),
    ),
    rules: Object.fromEntries(byRule(scores)),
    registers: byRegister(documents, scores),
    reasons: byReason(scores),
  }
}

function byRegister(documents: readonly Labelled[], scores: readonly Score[]): Results['registers'] {
  const names = [...new Set(documents.map(({ register }) => register))].sort()
  return Object.fromEntries(
    names.map((name) => {
      const own = scores.filter((_, at) => documents[at]?.register === name)
      return [name, { documents: own.length, whole: measured(own) }]
    }),
  )
}

function byReason(scores: readonly Score[]): Results['reasons'] {
  const sums: Record<string, { clean: number; kept: number }> = {}
  for (const [why, { clean, kept }] of scores.flatMap(({ reasons }) => [...reasons])) {
    const sum = sums[why] ?? { clean: 0, kept: 0 }
    sums[why] = { clean: sum.clean + clean, kept: sum.kept + kept }
  }
  return sums
}

function keepFirst(title: string, scores: readonly Score[]): void {
  const { precision, recall, rightRule, cleanKept } = measured(scores)
  const first = {
    date: today,
    documents: title,
    precision: precision.value,
    recall: recall.value,
    rightRule: rightRule.value,
    cleanKept: cleanKept.value,
  }
  const before = readResults()
  keep({ ...before, first: [...before.first, first] }, true)
}

function keep(results: Results, always = values.write): void {
  if (!always) return
  writeResults(results)
  writeFileSync(join(root, 'docs/quality.md'), qualityPage(results))
  console.log('kept in test/quality/results.json and docs/quality.md')
}

/** `SOURCE=FOLDER`, read at any depth. */
function realText(argument: string): RealText {
  const [source = '', folder = ''] = argument.split('=')
  const files = markdownIn(folder)
  let [words, findings] = [0, 0]
  for (const path of files) {
    const text = readFileSync(path, 'utf8')
    words += text.split(/\s+/).length
    const document: Labelled = { name: path, register: '', text, claims: [], borderline: [], clean: [] }
    const { mistakes } = scoreAll(
      [document],
      () => lint(parseDocument(text, 'markdown'), pack, defaultSettings).findings,
    )
    findings += mistakes.length
    if (values.list) for (const one of mistakes) console.log(`${one.rule} ${path}: ${one.text}`)
  }
  console.log(
    `${source}: ${findings} findings in ${words} words of ${files.length} files: ${((1000 * findings) / words).toFixed(2)} per 1,000`,
  )
  const known = readResults().real.find((one) => one.source === source)
  return { ...known, source, files: files.length, words, findings }
}

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(md|mdx|qmd|txt)$/.test(path) && statSync(path).isFile())
    .sort()
