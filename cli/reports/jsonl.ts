import { createHash } from 'node:crypto'
import type { Reference, Rule } from '../../engine/rules/pack.js'
import { summaryOf } from './json.js'
import { Pile } from './pile.js'
import { fileRecord, type JsonlRecord, type ShardMark } from './records.js'
import type { Report } from './report.js'

/** `--format jsonl`: a line for each document, written when it is done. */
export function jsonlReport(version: string, builtIn: Reference, shard?: ShardMark): Report {
  const pile = new Pile()
  const packs = ownPacks(builtIn)
  const add = (record: JsonlRecord): void => pile.add(`${JSON.stringify(record)}\n`)
  add({ kind: 'run', version: 1, tool: { name: 'proviso', version }, ...(shard ? { shard } : {}) })
  return {
    add(file) {
      const pack = packs(file.pack, (id, rules) => add({ kind: 'rules', pack: id, rules }))
      add(fileRecord(file, pack))
    },
    ready: () => pile.take(),
    *finish({ totals, faults, configProblems }) {
      for (const { path, message, missing = false } of faults) add({ kind: 'fault', path, message, missing })
      add({ kind: 'end', summary: summaryOf(totals), configProblems })
      yield* pile.take()
    },
  }
}

/** The id of the rules that a pack adds to the built-in ones; `first` is told of them when they are first met. */
export function ownPacks(builtIn: Reference) {
  const known = new Map<Reference, string | undefined>([[builtIn, undefined]])
  const told = new Set<string>()
  const own = new Set(builtIn.rules)
  return (pack: Reference, first: (id: string, rules: readonly Rule[]) => void): string | undefined => {
    if (known.has(pack)) return known.get(pack)
    const rules = pack.rules.filter((rule) => !own.has(rule))
    const id = rules.length === 0 ? undefined : hashOf(rules)
    known.set(pack, id)
    if (id !== undefined && !told.has(id)) first(id, rules)
    if (id !== undefined) told.add(id)
    return id
  }
}

const hashOf = (rules: readonly Rule[]): string =>
  createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16)
