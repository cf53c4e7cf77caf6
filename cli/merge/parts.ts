import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { Failure } from '../exit-codes.js'
import { whyUnreadable } from '../files/read-text.js'
import type { EndRecord, FaultRecord, FileRecord, JsonlRecord, RulesRecord, ShardMark } from '../reports/records.js'
import type { World } from '../world.js'

/** Where a line of a part stands, so that it need not be kept. Offsets are bytes. */
export interface LineAt {
  readonly path: string
  readonly part: OpenPart
  readonly start: number
  readonly length: number
  readonly number: number
}

export interface OpenPart {
  readonly shown: string
  readonly read: (start: number, length: number) => Buffer
  readonly close: () => void
}

/** What the parts of a run hold: their documents by place, all else as it is. */
export interface Parts {
  readonly files: readonly LineAt[]
  readonly rules: readonly RulesRecord[]
  readonly faults: readonly FaultRecord[]
  readonly configProblems: readonly string[]
  readonly close: () => void
}

/** Reads through all parts once, and checks that they are whole and of this version. */
export async function readParts(paths: readonly string[], world: World): Promise<Parts> {
  const { version } = world.loadPack()
  const files: LineAt[] = []
  const rules: RulesRecord[] = []
  const faults: FaultRecord[] = []
  const configProblems: string[] = []
  const shards: ShardMark[] = []
  const open: OpenPart[] = []
  for (const path of paths) {
    const part = path === '-' ? inMemory(await world.readStdin()) : openPart(path, world)
    open.push(part)
    let isOpen = false
    for (const line of linesOf(part)) {
      const record = recordAt(line)
      if (record.kind === 'run') {
        checkVersion(record.tool?.version, version, line)
        if (isOpen) throw cutOff(line)
        if (record.shard) shards.push(record.shard)
        isOpen = true
      } else if (record.kind === 'file') files.push({ ...line, path: record.path })
      else if (record.kind === 'rules') rules.push(record)
      else if (record.kind === 'fault') faults.push(record)
      else if (record.kind === 'end') {
        configProblems.push(...(record as EndRecord).configProblems)
        isOpen = false
      } else if ('error' in record) faults.push(pipeFault(record, line))
      else throw new Failure(`${placeOf(line)}: this is no line of --format jsonl`)
    }
    if (isOpen) throw new Failure(`${part.shown}: this part was cut off: it has no end`)
  }
  checkShards(shards)
  return { files, rules, faults, configProblems, close: () => open.forEach(({ close }) => void close()) }
}

/** The document of a line. */
export const fileAt = (line: LineAt): FileRecord => recordAt(line) as FileRecord

function recordAt(line: LineAt): JsonlRecord {
  try {
    const record = JSON.parse(line.part.read(line.start, line.length).toString()) as JsonlRecord
    if (typeof record === 'object' && record !== null) return record
  } catch {
    // The same as what is no object.
  }
  throw new Failure(`${placeOf(line)}: this line is no JSON object`)
}

export const placeOf = ({ part, number }: LineAt): string => `${part.shown}:${number}`

function checkVersion(written: unknown, version: string, line: LineAt): void {
  if (written !== version) throw new Failure(`${placeOf(line)}: written by Proviso ${written}, and this is ${version}`)
}

const cutOff = (line: LineAt): Failure =>
  new Failure(`${placeOf(line)}: the part before this line was cut off: it has no end`)

/** `proviso pipe` answers with an error where it could not check a document. */
function pipeFault(record: object, line: LineAt): FaultRecord {
  const { path, error } = record as { path?: unknown; error: unknown }
  return {
    kind: 'fault',
    path: typeof path === 'string' ? path : placeOf(line),
    message: String(error),
    missing: false,
  }
}

function checkShards(shards: readonly ShardMark[]): void {
  const [first] = shards
  if (!first) return
  if (shards.some(({ of }) => of !== first.of)) throw new Failure('these parts are not of the same documents')
  const there = new Set(shards.map(({ index }) => index))
  const missing = Array.from({ length: first.count }, (_, at) => at + 1).filter((index) => !there.has(index))
  if (missing.length > 0) throw new Failure(`of ${first.count} shards these are missing: ${missing.join(', ')}`)
}

function openPart(path: string, { cwd }: World): OpenPart {
  try {
    const file = openSync(resolve(cwd, path), 'r')
    const read = (start: number, length: number): Buffer => {
      const buffer = Buffer.alloc(length)
      return buffer.subarray(0, readSync(file, buffer, 0, length, start))
    }
    read(0, 1)
    return { shown: path, read, close: () => closeSync(file) }
  } catch (error) {
    throw new Failure(`${path}: ${whyUnreadable(error)}`)
  }
}

const inMemory = (bytes: Uint8Array): OpenPart => ({
  shown: '<stdin>',
  read: (start, length) => Buffer.from(bytes.subarray(start, start + length)),
  close: () => undefined,
})

const PIECE = 1 << 16

/** Lines that are not empty. */
function* linesOf(part: OpenPart): Iterable<LineAt> {
  let [start, at, number] = [0, 0, 1]
  for (let piece = part.read(at, PIECE); piece.length > 0; piece = part.read(at, PIECE)) {
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, end + 1)) {
      if (at + end > start) yield { part, path: '', start, length: at + end - start, number }
      start = at + end + 1
      number++
    }
    at += piece.length
  }
  if (at > start) yield { part, path: '', start, length: at - start, number }
}
