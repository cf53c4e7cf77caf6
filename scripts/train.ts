/**
 * Trains the judge: `npm run train`. Reads the sentence bank, the labelled documents, the examples of the rules and our own development
 * documents, writes knowledge/judge.json.
 *
 *   npm run train -- --background FILE   FILE lists documents of neutral prose, one path a line; none of their text is kept
 *
 * The weights that ship were trained with a background of public prose (see ARCHITECTURE.md, "The judge's background"): without one the
 * judge takes any serious prose about safety for a claim.
 */

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { JudgeModel } from '../engine/judge/model.js'
import { type Lesson, train, usualPlan } from '../engine/judge/train.js'
import { type Case, fitBalance } from '../engine/judge/train-balance.js'
import { readBrackets } from '../engine/rules/check-examples.js'
import { loadPack } from '../engine/rules/load-pack.js'
import type { Pack } from '../engine/rules/pack.js'
import { packFiles, root } from './pack-files.js'
import { casesFrom } from './quality/cases.js'
import { type Labelled, readBank, readCorpus } from './quality/labelled.js'
import { lessonsFrom } from './quality/lessons.js'
import { variedFrom } from './quality/varied.js'

/** Documents of ours that are for development; the others are kept aside. */
const DEVELOPMENT = /^0[1-8]-/

/** A neutral sentence counts less: there are many, and most are easy. */
const BACKGROUND_WEIGHT = 0.3

/** A claim put otherwise is no evidence of how people write. */
const VARIED_WEIGHT = 0.25

/** The balance is fitted on sentences that the judge has not learned from: each part is judged by what was learned from the others. */
const PARTS = 3

/** So many log-odds more than even are asked for before anything is flagged: a false alarm costs a reader more than a miss. */
const SURE = 0.9

const { values } = parseArgs({ options: { background: { type: 'string' } } })
const { pack: shipped } = loadPack(packFiles())
const { judge: _, ...pack } = shipped

const background = backgroundFrom(values.background)
const documents = readCorpus(join(root, 'knowledge/documents'))
const fixed: Record<string, Lesson[]> = {
  'sentence bank': lessonsFrom(readBank(join(root, 'knowledge/sentences'), 'all', ''), pack),
  'rule examples': lessonsFrom(pack.rules.flatMap(examplesOf), pack),
  'own documents': lessonsFrom(
    readCorpus(join(root, 'test/corpus'), (name) => DEVELOPMENT.test(name)),
    pack,
  ),
}
const parted = [
  ...documents.map((document, at) => learning(document, at, 1)),
  ...background.map((document, at) => learning(document, documents.length + at, BACKGROUND_WEIGHT)),
  // In the part of the document that they were made from.
  ...documents.flatMap((document, at) => variedFrom(document, pack).map((one) => learning(one, at, VARIED_WEIGHT))),
]
const lessonsWithout = (part: number): Lesson[] => [
  ...Object.values(fixed).flat(),
  ...parted.filter((one) => one.part !== part).flatMap(({ lessons }) => lessons),
]

const all = lessonsWithout(-1)
const balance = fitBalance(balanceCases(), SURE)
const model: JudgeModel = {
  version: 1,
  trainedOn: { sets: sizes(), hash: hashOf(all) },
  ...train(all, usualPlan),
  balance,
}
writeFileSync(join(root, 'knowledge/judge.json'), `${JSON.stringify(model)}\n`)
console.log(model.trainedOn, balance, `${Math.round(JSON.stringify(model).length / 1024)} KB`)

function balanceCases(): Case[] {
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const learned = train(lessonsWithout(part), usualPlan)
    const judge = {
      version: 1 as const,
      trainedOn: { sets: {}, hash: '' },
      ...learned,
      balance: { bias: 0, weights: {} },
    }
    return parted
      .filter((one) => one.part === part && isWhole(one.document))
      .flatMap(({ document, weight }) => casesFrom([document], { ...pack, judge }, weight))
  })
}

/** Passages set side by side teach words, and not how often claims stand in a text. */
function isWhole({ register }: Labelled): boolean {
  return register !== 'pairs'
}

function learning(document: Labelled, at: number, weight: number) {
  return { document, part: at % PARTS, weight, lessons: lessonsFrom([document], pack, weight) }
}

function sizes(): Record<string, number> {
  const count = (weight: number): number =>
    parted.filter((one) => one.weight === weight).reduce((sum, { lessons }) => sum + lessons.length, 0)
  const counted = Object.entries(fixed).map(([name, list]) => [name, list.length])
  return {
    ...Object.fromEntries(counted),
    'labelled documents': count(1),
    'claims put otherwise': count(VARIED_WEIGHT),
    'neutral prose': count(BACKGROUND_WEIGHT),
  }
}

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

function hashOf(lessons: readonly Lesson[]): string {
  const hash = createHash('sha256')
  for (const { features, rule } of lessons) hash.update(`${features.join(' ')} ${rule}\n`)
  return hash.digest('hex').slice(0, 16)
}
