import { type JudgeModel, type Table, tableOf } from '../judge/model.js'
import type { CompiledTrie, Numbers } from '../language/lexicon.js'
import { once } from '../once.js'
import { ruleOfElement } from './element-rule.js'
import type { CompiledRules, Elements, Knowledge, Pack, ProfileRecord, Rule, RuleExamples } from './pack.js'
import { tableFromSmall, tableToSmall } from './small-table.js'
import { trieFromSmall, trieToSmall } from './small-trie.js'

/**
 * A pack as bytes. Tables of numbers lie in it as they lie in memory, so that a reader takes them as they are; all else is JSON, in
 * parts of which each is parsed when it is first asked for.
 */
export function packToBytes(pack: Pack, encode: (text: string) => Uint8Array, layout: Layout = 'quick'): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (bytes: Uint8Array): number => parts.push(bytes) - 1
  const numbers = (list: Numbers): number => add(bytesOf(Int32Array.from(list)))
  const json = (value: unknown): number => add(encode(JSON.stringify(value)))
  const trie = (one: CompiledTrie): PackedTrie => (layout === 'small' ? add(trieToSmall(one)) : mapValues(one, numbers))
  const table = (one: Int8Array): number => add(layout === 'small' ? tableToSmall(one) : bytesOf(one))
  const { judge, lexicon, compiled } = pack
  // Those that elements make are made again.
  const rules = pack.rules.filter(({ element }) => !element)
  const head: Head = {
    version: pack.version,
    layout,
    concepts: lexicon.concepts,
    exact: lexicon.exact,
    words: add(encode(lexicon.words)),
    layers: lexicon.layers.map(trie),
    compiled: { ...compiled, phrases: trie(compiled.phrases) },
    rules: json(rules.map(({ examples: _, ...rule }) => rule)),
    examples: json(rules.map(({ examples }) => examples)),
    knowledge: json(pack.knowledge),
    ...(pack.profiles ? { profiles: json(pack.profiles) } : {}),
    ...(pack.elements ? { elements: packElements(pack.elements, json, trie) } : {}),
    ...(judge ? { judge: packJudge(judge, table) } : {}),
  }
  return joined(encode(JSON.stringify({ head, sizes: parts.map(({ length }) => length) })), parts)
}

/** Quick to read, for a command that starts anew for each run; or small in an archive, for what is downloaded. */
export type Layout = 'quick' | 'small'

/** The pack that `packToBytes` wrote. The bytes are kept and must not change. */
export function packFromBytes(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): Pack {
  const { head, part } = opened(bytes, decode)
  const numbers = (number: number): Numbers => int32s(part(number))
  const trie = (one: PackedTrie): CompiledTrie =>
    typeof one === 'number' ? trieFromSmall(part(one)) : mapValues(one, numbers)
  const table = (number: number): Int8Array =>
    head.layout === 'small' ? tableFromSmall(part(number)) : int8s(part(number))
  const json = <Value>(number: number) => once(() => JSON.parse(decode(part(number))) as Value)
  const examples = json<RuleExamples[]>(head.examples)
  const bare = json<Omit<Rule, 'examples'>[]>(head.rules)
  const knowledge = json<Knowledge>(head.knowledge)
  const profiles = head.profiles === undefined ? undefined : json<readonly ProfileRecord[]>(head.profiles)
  const { elements: held } = head
  const elements = held && once(() => unpackElements(held, json, trie))
  const rules = once(() => {
    const own = bare().map((rule, at) => withExamples(rule, () => examples()[at] as RuleExamples))
    const made = elements?.().list.map(ruleOfElement) ?? []
    return [...own, ...made].sort((a, b) => (a.id < b.id ? -1 : 1))
  })
  return {
    version: head.version,
    get rules() {
      return rules()
    },
    get knowledge() {
      return knowledge()
    },
    lexicon: {
      concepts: head.concepts,
      exact: head.exact,
      words: decode(part(head.words)),
      layers: head.layers.map(trie),
    },
    compiled: { ...head.compiled, phrases: trie(head.compiled.phrases) },
    ...(head.judge ? { judge: unpackJudge(head.judge, table) } : {}),
    ...(profiles
      ? {
          get profiles() {
            return profiles()
          },
        }
      : {}),
    ...(elements
      ? {
          get elements() {
            return elements()
          },
        }
      : {}),
  }
}

/** The list and the lexicon without its tries in one part, each trie in parts of its own. */
interface PackedElements {
  readonly rest: number
  readonly layers: readonly PackedTrie[]
}

function packElements(
  { list, lexicon: { layers, ...lexicon } }: Elements,
  json: (value: unknown) => number,
  trie: (one: CompiledTrie) => PackedTrie,
): PackedElements {
  return { rest: json({ list, lexicon }), layers: layers.map(trie) }
}

function unpackElements(
  { rest, layers }: PackedElements,
  json: <Value>(number: number) => () => Value,
  trie: (one: PackedTrie) => CompiledTrie,
): Elements {
  const { list, lexicon } = json<Elements>(rest)()
  return { list, lexicon: { ...lexicon, layers: layers.map(trie) } }
}

/** Numbers in it name parts. */
interface Head {
  readonly version: string
  readonly layout: Layout
  readonly concepts: readonly string[]
  readonly exact: Pack['lexicon']['exact']
  readonly words: number
  readonly layers: readonly PackedTrie[]
  readonly compiled: Omit<CompiledRules, 'phrases'> & { readonly phrases: PackedTrie }
  readonly rules: number
  readonly examples: number
  readonly knowledge: number
  readonly judge?: PackedJudge
  readonly profiles?: number
  readonly elements?: PackedElements
}

/** One part for each of its lists; one for all in the small layout. */
type PackedTrie = Readonly<Record<keyof CompiledTrie, number>> | number

type PackedJudge = Omit<JudgeModel, Tabled> & { readonly [Name in Tabled]: Held<JudgeModel[Name]> }

type Tabled = 'gate' | 'detector' | 'namer'

/** With the number of its table. */
type Held<Part> = Omit<Part, 'weights'> & { readonly weights: number }

function packJudge(judge: JudgeModel, hold: (table: Int8Array) => number): PackedJudge {
  const { gate, detector, namer } = judge
  const table = ({ weights, bits }: { weights: Table; bits: number }, rows = 1) => hold(tableOf(weights, rows << bits))
  return {
    ...judge,
    gate: { ...gate, weights: table(gate) },
    detector: { ...detector, weights: table(detector) },
    namer: { ...namer, weights: table(namer, namer.rules.length) },
  }
}

function unpackJudge(judge: PackedJudge, table: (number: number) => Int8Array): JudgeModel {
  const { gate, detector, namer } = judge
  return {
    ...judge,
    gate: { ...gate, weights: table(gate.weights) },
    detector: { ...detector, weights: table(detector.weights) },
    namer: { ...namer, weights: table(namer.weights) },
  }
}

const mapValues = <From, To>(
  trie: Readonly<Record<keyof CompiledTrie, From>>,
  change: (value: From) => To,
): Readonly<Record<keyof CompiledTrie, To>> => ({
  firstEdge: change(trie.firstEdge),
  edgeKey: change(trie.edgeKey),
  edgeTarget: change(trie.edgeTarget),
  gaps: change(trie.gaps),
  joints: change(trie.joints),
  ends: change(trie.ends),
})

const withExamples = (rule: Omit<Rule, 'examples'>, examples: () => RuleExamples): Rule => ({
  ...rule,
  get examples() {
    return examples()
  },
})

/** What a file begins with; read on a machine with the other order of bytes it is another number. */
const MARK = 0x50525631

/** Mark, length of the head, head, parts; each begins at a multiple of four. */
function joined(head: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const all = [bytesOf(Int32Array.of(MARK, head.length)), head, ...parts]
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + padded(length), 0))
  let at = 0
  for (const one of all) {
    bytes.set(one, at)
    at += padded(one.length)
  }
  return bytes
}

function opened(bytes: Uint8Array, decode: (bytes: Uint8Array) => string) {
  const [mark, length = 0] = int32s(bytes.subarray(0, 8))
  if (mark !== MARK) throw new Error('this is no pack of this version, or of another kind of machine; build it again')
  const { head, sizes } = JSON.parse(decode(bytes.subarray(8, 8 + length))) as { head: Head; sizes: number[] }
  let at = 8 + padded(length)
  const places = sizes.map((size) => {
    const from = at
    at += padded(size)
    return bytes.subarray(from, from + size)
  })
  return { head, part: (number: number) => places[number] as Uint8Array }
}

const padded = (length: number): number => (length + 3) & ~3

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

const int8s = ({ buffer, byteOffset, length }: Uint8Array): Int8Array => new Int8Array(buffer, byteOffset, length)

/** Without a copy where the bytes lie at a multiple of four. */
function int32s(bytes: Uint8Array): Int32Array {
  const { buffer, byteOffset, length } = aligned(bytes)
  return new Int32Array(buffer, byteOffset, length >> 2)
}

const aligned = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes))
