/**
 * Trains the judge: `npm run train`. Reads the sentence bank, the examples of the rules and our own development documents,
 * writes knowledge/judge.json.
 *
 *   npm run train -- --background FILE   FILE lists documents of neutral prose, one path a line; none of their text is kept
 *
 * The weights that ship were trained with a background of public notes on AI safety (see ARCHITECTURE.md, "The judge"): without one the
 * judge takes any serious prose about safety for a claim.
 */

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { JudgeModel } from '../engine/judge/model.js'
import { type Lesson, train, usualPlan } from '../engine/judge/train.js'
import { readBrackets } from '../engine/rules/check-examples.js'
import { loadPack } from '../engine/rules/load-pack.js'
import type { Pack } from '../engine/rules/pack.js'
import { packFiles, root } from './pack-files.js'
import { type Labelled, readBank, readCorpus } from './quality/labelled.js'
import { lessonsFrom } from './quality/lessons.js'

/** Documents of ours that are for development; the others are kept aside. */
const DEVELOPMENT = /^0[1-8]-/

/** A neutral sentence counts half: there are many, and most are easy. */
const BACKGROUND_WEIGHT = 0.5

const { values } = parseArgs({ options: { background: { type: 'string' } } })
const { pack: shipped } = loadPack(packFiles())
const { judge: _, ...pack } = shipped
const sets: Record<string, Lesson[]> = {
  'sentence bank': lessonsFrom(readBank(join(root, 'knowledge/sentences'), 'all', ''), pack),
  'rule examples': lessonsFrom(pack.rules.flatMap(examplesOf), pack),
  'neutral prose': lessonsFrom(backgroundFrom(values.background), pack, BACKGROUND_WEIGHT),
  'own documents': lessonsFrom(
    readCorpus(join(root, 'test/corpus'), (name) => DEVELOPMENT.test(name)),
    pack,
  ),
}
const lessons = Object.values(sets).flat()
const model: JudgeModel = {
  version: 1,
  trainedOn: {
    sets: Object.fromEntries(Object.entries(sets).map(([name, list]) => [name, list.length])),
    hash: hashOf(lessons),
  },
  ...train(lessons, usualPlan),
  thresholds: { keep: -2, alone: 2 },
}
writeFileSync(join(root, 'knowledge/judge.json'), `${JSON.stringify(model)}\n`)
console.log(model.trainedOn, `${Math.round(JSON.stringify(model).length / 1024)} KB`)

function backgroundFrom(list: string | undefined): Labelled[] {
  const paths = list ? readFileSync(list, 'utf8').trim().split('\n') : []
  const nothing = { register: 'neutral', claims: [], borderline: [], clean: [] }
  return paths.map((path) => ({ ...nothing, name: path, text: readFileSync(path, 'utf8') }))
}

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
