import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pack-files.js'
import type { Measured } from './measure.js'
import type { Tally } from './score.js'

/** A score of documents at the first sight of them, with the weights of that day: the only honest one. */
export interface FirstScore {
  readonly date: string
  readonly documents: string
  readonly precision: number
  readonly recall: number
  readonly rightRule: number
  /** Not on record for the first of them. */
  readonly cleanKept?: number
}

/** Alarms on prose without labels. Of its text nothing is kept. */
export interface RealText {
  readonly source: string
  readonly files: number
  readonly words: number
  readonly findings: number
  /** How many were read and held for wrong, where somebody has read them. */
  readonly wrong?: number
  readonly note?: string
}

/** The figures of record, as `npm run quality -- --write` left them. */
export interface Results {
  readonly date: string
  readonly sets: Readonly<
    Record<
      string,
      { readonly title: string; readonly whole: Measured; readonly frames: Measured; readonly judge: Measured }
    >
  >
  /** Over all documents that are kept aside. */
  readonly rules: Readonly<Record<string, Tally>>
  readonly registers: Readonly<Record<string, { readonly documents: number; readonly whole: Measured }>>
  readonly reasons: Readonly<Record<string, { readonly clean: number; readonly kept: number }>>
  readonly first: readonly FirstScore[]
  readonly real: readonly RealText[]
}

const FILE = join(root, 'test/quality/results.json')

const NOTHING: Results = { date: '', sets: {}, rules: {}, registers: {}, reasons: {}, first: [], real: [] }

export const readResults = (): Results =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : NOTHING

export const writeResults = (results: Results): void => writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`)
