import type { Pack, Reference } from '../../engine/rules/pack.js'
import { Failure } from '../exit-codes.js'
import type { FaultRecord, RulesRecord } from '../reports/records.js'
import type { CheckedFile, Fault, RunEnd } from '../reports/report.js'
import { noTotals, withFile } from '../reports/totals.js'
import { checkedFile } from './checked-file.js'
import { fileAt, type LineAt, type Parts, placeOf } from './parts.js'

/** Gives the documents of all parts in order of path, and ends as one run over all of them would have. */
export async function mergeParts(
  parts: Parts,
  builtIn: Pack,
  add: (file: CheckedFile) => Promise<void>,
): Promise<RunEnd> {
  const packOf = packsFrom(parts.rules, builtIn)
  let totals = noTotals
  for (const line of inOrder(parts.files)) {
    const record = fileAt(line)
    const file = checkedFile(record, packOf(record.pack, line))
    totals = withFile(totals, file)
    await add(file)
  }
  return { totals, faults: faultsOf(parts.faults), configProblems: [...new Set(parts.configProblems)].sort() }
}

/** The same document may stand in two parts when it says the same in both. */
function* inOrder(lines: readonly LineAt[]): Iterable<LineAt> {
  let last: LineAt | undefined
  for (const line of [...lines].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    if (last?.path !== line.path) yield line
    else if (!textOf(last).equals(textOf(line))) {
      throw new Failure(
        `${line.path} stands in ${placeOf(last)} and in ${placeOf(line)}, and not with the same findings`,
      )
    }
    last = line
  }
}

const textOf = ({ part, start, length }: LineAt): Buffer => part.read(start, length)

function packsFrom(records: readonly RulesRecord[], builtIn: Pack) {
  const packs = new Map<string | undefined, Reference>([[undefined, builtIn]])
  for (const { pack, rules } of records) {
    const own = new Set(rules.map(({ id }) => id))
    const all = [...builtIn.rules.filter(({ id }) => !own.has(id)), ...rules]
    packs.set(pack, { ...builtIn, rules: all.sort((a, b) => (a.id < b.id ? -1 : 1)) })
  }
  return (id: string | undefined, line: LineAt): Reference => {
    const pack = packs.get(id)
    if (!pack) throw new Failure(`${placeOf(line)}: it was checked with rules that are in none of the parts`)
    return pack
  }
}

/** What was asked for and is not there comes first, once, whoever missed it; then the others in order of path. */
function faultsOf(records: readonly FaultRecord[]): Fault[] {
  const missing = new Map(records.filter((one) => one.missing).map((one) => [`${one.path}\0${one.message}`, one]))
  const others = records.filter((one) => !one.missing).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return [...missing.values(), ...others].map(({ path, message, missing }) => ({ path, message, missing }))
}
