/**
 * Measures the rules on labelled text.
 *
 *   npm run quality                                   own corpus, and the shared one where it is there
 *   npm run quality -- --bank tune --rule training/   a half of the sentence bank, one group of rules
 *   npm run quality -- --plain FILE...                text without labels: every finding, and how many per 1,000 words
 *   options: --misses --alarms --others --max N --only REGEX --kept (documents kept aside) --frames (without the judge)
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from '../engine/document/parse.js'
import { lint } from '../engine/lint.js'
import { loadPack } from '../engine/rules/load-pack.js'
import { claimsAlone, defaultSettings } from '../engine/settings.js'
import { packFiles, root } from './pack-files.js'
import { type Labelled, readBank, readCorpus } from './quality/labelled.js'
import { figures, type Mistake, type Score, scoreAll } from './quality/score.js'

const { values, positionals } = parseArgs({
  options: {
    bank: { type: 'string' },
    only: { type: 'string', default: '' },
    rule: { type: 'string', default: '' },
    misses: { type: 'boolean', default: false },
    alarms: { type: 'boolean', default: false },
    others: { type: 'boolean', default: false },
    max: { type: 'string', default: '60' },
    plain: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false },
    frames: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

const { pack: whole, problems } = loadPack(packFiles())
const { judge: _, ...framesOnly } = whole
const pack = values.frames ? framesOnly : whole
for (const { file, line, column, message } of problems) console.error(`${file}:${line}:${column} ${message}`)

/** Folders of labelled documents, and which of them are kept aside: scored with --kept, and then their errors are not listed. */
const KEPT_ASIDE: readonly (readonly [string, RegExp])[] = [
  ['test/corpus', /^(09|[1-4]\d)-/],
  ['../shared/corpus', /^(1[7-9]|2\d|3\d)-|^contrast/],
]

const concerns = (document: Labelled): boolean =>
  !values.rule ||
  document.claims.some(({ rule }) => rule.startsWith(values.rule)) ||
  document.clean.some(({ near }) => near.startsWith(values.rule))

const lintOne = ({ text }: Labelled) => lint(parseDocument(text, 'markdown'), pack, defaultSettings).findings

if (values.plain) plain(positionals)
else
  for (const [name, documents] of sets()) {
    const score = scoreAll(documents.filter(concerns), lintOne)
    if (score.documents > 0) print(name, score)
  }

function sets(): [string, Labelled[]][] {
  if (values.bank) {
    return [
      [
        `sentence bank (${values.bank})`,
        readBank(join(root, 'knowledge/sentences'), values.bank as 'tune' | 'held' | 'all'),
      ],
    ]
  }
  const wanted = new RegExp(values.only)
  return KEPT_ASIDE.map(([folder, kept]) => {
    const documents = readCorpus(join(root, folder), (file) => wanted.test(file) && kept.test(file) === values.kept)
    return [`${folder} ${values.kept ? '(kept aside)' : '(development)'}`, documents]
  })
}

function plain(paths: readonly string[]): void {
  const counts = new Map<string, number>()
  let words = 0
  for (const path of paths) {
    const text = readFileSync(path, 'utf8')
    words += text.split(/\s+/).length
    for (const { rule, span } of lint(parseDocument(text, 'markdown'), pack, claimsAlone).findings) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1)
      if (!rule.startsWith(values.rule)) continue
      const shown = `${text.slice(Math.max(0, span.start - 100), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 80)}`
      console.log(`${rule} ${path.split('/').at(-1)}: ${shown.replace(/\s+/g, ' ')}`)
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (const [rule, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${rule.padEnd(44)} ${count}`)
  console.log(`${total} findings in ${words} words: ${((1000 * total) / words).toFixed(2)} per 1,000`)
}

function print(name: string, score: Score): void {
  console.log(`\n${name}: ${score.documents} texts, ${score.words} words, ${score.labelled} claims`)
  const wanted: Record<Mistake['kind'], boolean> = {
    miss: values.misses,
    alarm: values.alarms,
    'other rule': values.others,
  }
  const listed = (values.kept || values.bank === 'held' ? [] : score.mistakes).filter(
    (one) => wanted[one.kind] && (one.kind === 'alarm' || one.rule.startsWith(values.rule)),
  )
  for (const { kind, document, rule, detail, text } of listed.slice(0, Number(values.max))) {
    console.log(`${kind} ${document} ${rule}${detail ? ` (${detail})` : ''}: ${text}`)
  }
  for (const [rule, tally] of [...score.rules].sort()) {
    if (!rule.startsWith(values.rule) && tally.alarms === 0) continue
    const { labelled, detected, named, alarms } = tally
    console.log(`${rule.padEnd(44)} found ${detected}/${labelled}  right ${named}  false alarms ${alarms}`)
  }
  const shown = Object.entries(figures(score)).map(([key, value]) => `${key} ${value.toFixed(3)}`)
  console.log(shown.join(' · '))
}
