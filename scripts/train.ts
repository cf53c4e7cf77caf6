/**
 * Trains the judge: `npm run train`. Reads the sentence bank, the examples of the rules and our own development documents,
 * writes knowledge/judge.json. `--measure` trains and prints figures on documents that were not trained on; nothing is written.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lesson, train, usualPlan } from '../engine/judge/train.js'
import type { JudgeModel } from '../engine/judge/model.js'
import { readBrackets } from '../engine/rules/check-examples.js'
import { loadPack } from '../engine/rules/load-pack.js'
import type { Pack } from '../engine/rules/pack.js'
import { packFiles, root } from './pack-files.js'
import { type Labelled, readBank, readCorpus } from './quality/labelled.js'
import { lessonsFrom } from './quality/lessons.js'

/** Documents of ours that are for development; the others are kept aside. */
const DEVELOPMENT = /^0[1-8]-/

const { pack } = loadPack(packFiles())
const sets: Record<string, Lesson[]> = {
  'sentence bank': lessonsFrom(readBank(join(root, 'knowledge/sentences'), 'all', ''), pack),
  'rule examples': lessonsFrom(pack.rules.flatMap(examplesOf), pack),
  'own documents': lessonsFrom(readCorpus(join(root, 'test/corpus'), (name) => DEVELOPMENT.test(name)), pack),
}
const lessons = Object.values(sets).flat()
const model: JudgeModel = {
  version: 1,
  trainedOn: {
    sets: Object.fromEntries(Object.entries(sets).map(([name, list]) => [name, list.length])),
    hash: hashOf(lessons),
  },
  ...train(lessons, usualPlan),
  thresholds: { keep: -3, alone: 3 },
}
writeFileSync(join(root, 'knowledge/judge.json'), `${JSON.stringify(model)}\n`)
console.log(model.trainedOn, `${Math.round(JSON.stringify(model).length / 1024)} KB`)

function examplesOf({ id, examples }: Pack['rules'][number]): Labelled[] {
  const common = { register: 'example', borderline: [], clean: [] }
  const flagged = examples.flag.flatMap((example, at) => {
    const read = readBrackets(example)
    if (!read) return []
    return [{ ...common, name: `${id} flag ${at}`, text: read.text, claims: [{ ...read.span, rule: id, also: [] }] }]
  })
  const clean = examples.clean.map(({ text }, at) => ({ ...common, name: `${id} clean ${at}`, text, claims: [] }))
  return [...flagged, ...clean]
}

function hashOf(all: readonly Lesson[]): string {
  const hash = createHash('sha256')
  for (const { features, rule } of all) hash.update(`${features.join(' ')} ${rule}\n`)
  return hash.digest('hex').slice(0, 16)
}
