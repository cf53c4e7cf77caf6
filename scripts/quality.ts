/**
 * The error workbench: what the engine finds in labelled text, rule by rule, and each error with the reasons of the engine.
 *
 *   npm run quality                          all sets; errors of the development documents, and what is new since the last run
 *   npm run quality -- --rule training/      errors of some rules only; --kind miss|alarm|"other rule"; --max N; --no-trace
 *   npm run quality -- --write               keeps the figures in test/quality/results.json and docs/quality.md
 *   npm run quality -- --first TITLE --set ID   keeps the score of a set as a first score
 *   npm run quality -- --real SOURCE=FOLDER...  text without labels: findings per 1,000 words; --list shows each, --write keeps the counts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPack } from '../engine/rules/load-pack.js'
import { packFiles, root } from './pack-files.js'
import type { Labelled } from './quality/labelled.js'
import { sinceLastRun } from './quality/last-run.js'
import { byRule, resultsOf } from './quality/make-results.js'
import { measured, scoreEach } from './quality/measure.js'
import { qualityPage } from './quality/page.js'
import { readRealText, withRealText } from './quality/real-text.js'
import { type Results, readResults, writeResults } from './quality/results.js'
import type { Mistake, Score } from './quality/score.js'
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

if (values.real) real()
else main()

function main(): void {
  const scored = sets
    .filter(({ id }) => !values.set || id === values.set)
    .map((set) => ({ set, documents: documentsOf(set) }))
    .filter(({ documents }) => documents.length > 0)
    .map(({ set, documents }) => ({ set, documents, scores: scoreEach(documents, pack) }))
  if (values.write && values.set) throw new Error('--write keeps the figures of all sets: leave --set out')
  for (const { set, documents, scores } of scored) show(set, documents, scores)
  if (values.first !== undefined)
    keepFirst(
      values.first,
      scored.flatMap(({ scores }) => scores),
    )
  else if (values.write) keep({ ...readResults(), ...resultsOf(scored, pack, today) })
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

/** Each argument is `SOURCE=FOLDER`. */
function real(): void {
  const now = positionals.map((argument) => {
    const [source = '', folder = ''] = argument.split('=')
    const read = readRealText(source, folder, pack, ({ rule, text }, path) => {
      if (values.list) console.log(`${rule} ${path}: ${text}`)
    })
    const { findings, words, files } = read
    const rate = ((1000 * findings) / Math.max(1, words)).toFixed(2)
    console.log(`${source}: ${findings} findings in ${words} words of ${files} files: ${rate} per 1,000`)
    return read
  })
  const before = readResults()
  keep({ ...before, real: withRealText(before.real, now) })
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
