import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseShard, shardOf } from '../../cli/files/shard.js'
import { formats } from '../../cli/reports/report.js'
import { card, launch, suppressed } from './documents.js'
import { type Files, inFolder, runIn } from './workspace.js'

const long = `${'Words of no weight. '.repeat(60)}Lark is completely safe, and the run erased every trace of\n\nthe protocols.${' More words.'.repeat(60)}\n`

const ours = (id: string, severity: string): string => `id: tone/${id}
title: Thrill is no evidence
severity: ${severity}
limitations: [no-safe-ai]
what: The text is thrilled.
why: It carries nothing.
instead: Say what was measured.
message: Thrill is no evidence, says ${id}.
phrases: ["thrilled to announce"]
examples:
  flag: ["We are [thrilled to announce] our AI model."]
  clean:
    - { text: "We announce our AI model.", because: other }
`

/** All that a report can say: findings of own rules, suppressed ones, notes, faults, problems of configurations, odd names and characters. */
const files: Files = {
  'docs/launch.md': launch,
  'docs/card.md': card,
  'docs/long.md': long,
  'docs/notes.md': suppressed,
  'docs/ü %,b.md': '模型 👩‍🔬\tLark is completely safe.\u0001\r\n\r\nLark is completely safe.\r\n',
  'docs/binary.md': '\0',
  'team/.proviso.yaml': 'packs: [ours]\n',
  'team/ours/a.yaml': ours('thrilled', 'warning'),
  'team/a.md': 'We are thrilled to announce our AI model. It is completely safe.\n',
  'other/.proviso.yaml': 'packs: [ours]\n',
  'other/ours/a.yaml': ours('overjoyed', 'hint'),
  'other/b.md': 'We are thrilled to announce our AI model.\n',
  'broken/.proviso.yaml': 'rules: 3\n',
  'broken/c.md': 'Lark is completely safe.\n',
  'odd/.proviso.yaml': 'rules: { framing/*: loud }\n',
  'odd/d.md': 'Lark is completely safe.\n',
}
const asked = ['.', 'missing.md', 'nothing/*.md']

async function partsOf(folder: string, count: number, ...more: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (let index = 1; index <= count; index++) {
    const shard = ['--shard', `${index}/${count}`, '--format', 'jsonl', ...more]
    const { stdout } = await runIn(folder, ['check', ...asked, ...shard])
    writeFileSync(join(folder, `part-${index}.jsonl`), stdout)
    paths.unshift(`part-${index}.jsonl`)
  }
  return paths
}

describe('proviso merge', function () {
  this.timeout(60_000)

  it('makes of shards what one run would have printed, byte for byte, in every format, with its exit code', () =>
    inFolder(files, async (folder) => {
      for (const count of [1, 2, 5]) {
        const parts = await partsOf(folder, count)
        for (const format of formats) {
          const one = await runIn(folder, ['check', ...asked, '--format', format])
          const merged = await runIn(folder, ['merge', ...parts, '--format', format])
          // Each shard has said its warnings about configurations itself.
          const errors = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('error:'))
          // A merged run is whole, and no shard of one.
          equal(merged.stdout, one.stdout, `${format} of ${count}`)
          deepEqual(errors(merged.stderr), errors(one.stderr), format)
          equal(merged.code, one.code)
        }
      }
    }))

  it('gives at 120 columns and in colour what one run gives', () =>
    inFolder(files, async (folder) => {
      const around = { terminal: true, columns: 120, env: {} }
      const parts = await partsOf(folder, 3)
      const one = await runIn(folder, ['check', ...asked], around)
      equal((await runIn(folder, ['merge', ...parts], around)).stdout, one.stdout)
    }))

  it('judges by --fail-on and --max-warnings of its own', () =>
    inFolder({ 'a.md': 'Lark is completely safe.\n' }, async (folder) => {
      await runIn(folder, ['check', '--format', 'jsonl', '-o', 'part.jsonl'])
      for (const [code, ...more] of [
        [1],
        [0, '--fail-on', 'error'],
        [0, '--max-warnings', '1'],
        [1, '--max-warnings', '0'],
      ]) {
        equal((await runIn(folder, ['merge', 'part.jsonl', ...(more as string[])])).code, code)
      }
    }))

  it('takes parts that stand one after the other in a file, and standard input', () =>
    inFolder(files, async (folder) => {
      const parts = await Promise.all(
        ['docs', 'team', 'other'].map((path) => runIn(folder, ['check', '-f', 'jsonl', path])),
      )
      const stdin = parts.map(({ stdout }) => stdout).join('')
      const one = await runIn(folder, ['check', '-f', 'sarif', 'docs', 'team', 'other'])
      equal((await runIn(folder, ['merge', '-', '-f', 'sarif'], { stdin })).stdout, one.stdout)
    }))

  it('sums what a baseline leaves out', () =>
    inFolder({ 'a.md': 'Lark is completely safe.\n', 'b.md': 'Lark is completely safe.\n' }, async (folder) => {
      await runIn(folder, ['check', '--baseline', 'known.json', '--update-baseline'])
      for (const index of [1, 2]) {
        const { stdout } = await runIn(folder, [
          'check',
          '--baseline',
          'known.json',
          '--shard',
          `${index}/2`,
          '-f',
          'jsonl',
        ])
        writeFileSync(join(folder, `${index}.jsonl`), stdout)
      }
      equal(
        (await runIn(folder, ['merge', '1.jsonl', '2.jsonl'])).stdout,
        'No new findings in 2 files; not shown: 2 in the baseline\n',
      )
    }))

  const line = (value: object): string => `${JSON.stringify(value)}\n`
  const run = line({ kind: 'run', version: 1, tool: { name: 'proviso', version: '1.2.3' } })
  const end = line({ kind: 'end', summary: {}, configProblems: [] })
  const file = (words: number) =>
    line({ kind: 'file', path: 'a.md', profile: 'general', words, findings: [], suppressed: [], notes: [] })
  const shard = (index: number, of = 'x') =>
    line({ kind: 'run', version: 1, tool: { version: '1.2.3' }, shard: { index, count: 3, of } })

  const refuses = (title: string, parts: Files, message: RegExp): void => {
    it(`refuses ${title}`, () =>
      inFolder(parts, async (folder) => {
        const { code, stdout, stderr } = await runIn(folder, ['merge', ...Object.keys(parts), '--format', 'compact'])
        deepEqual([code, stdout], [2, ''])
        match(stderr, message)
      }))
  }
  refuses('a part that was cut off', { 'a.jsonl': run + file(1) }, /^error: a\.jsonl: this part was cut off/)
  refuses(
    'a part that was cut off before another',
    { 'a.jsonl': run + file(1) + run + end },
    /^error: a\.jsonl:3: the part before/,
  )
  refuses(
    'a line that was cut off',
    { 'a.jsonl': run + file(1).slice(0, 30) },
    /^error: a\.jsonl:2: this line is no JSON object/,
  )
  refuses(
    'a line of something else',
    { 'a.jsonl': run + line({ some: 'thing' }) },
    /^error: a\.jsonl:2: this is no line of --format jsonl/,
  )
  refuses(
    'a part of another version',
    { 'a.jsonl': run.replace('1.2.3', '0.9.0') + end },
    /a\.jsonl:1: written by Proviso 0\.9\.0, and this is 1\.2\.3/,
  )
  refuses('parts of which some are missing', { 'a.jsonl': shard(2) + end }, /of 3 shards these are missing: 1, 3/)
  refuses(
    'parts of other documents',
    { 'a.jsonl': shard(1) + end, 'b.jsonl': shard(2, 'y') + end },
    /not of the same documents/,
  )
  refuses(
    'a document with two results',
    { 'a.jsonl': run + file(1) + end, 'b.jsonl': run + file(2) + end },
    /a\.md stands in a\.jsonl:2 and in b\.jsonl:2/,
  )
  refuses(
    'rules that are in no part',
    { 'a.jsonl': run + file(1).replace('"words"', '"pack":"x","words"') + end },
    /rules that are in none of the parts/,
  )

  it('takes the same document with the same result once', () =>
    inFolder({ 'a.jsonl': run + file(1) + end, 'b.jsonl': run + file(1) + end }, async (folder) => {
      equal((await runIn(folder, ['merge', 'a.jsonl', 'b.jsonl'])).stdout, 'No findings in 1 file\n')
    }))

  it('says which part is not there', async () => {
    const { code, stderr } = await runIn('/', ['merge', 'no-such-part.jsonl'])
    equal(code, 2)
    match(stderr, /^error: no-such-part\.jsonl: no such file or folder\n$/)
  })
})

describe('a shard', () => {
  const documents = (sizes: readonly number[]) =>
    Object.fromEntries(sizes.map((size, at) => [`${at}.md`, 'x'.repeat(size)]))
  const found = (folder: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ path: join(folder, `${at}.md`), shown: `${at}.md`, named: false }))

  it('holds each document in one part, whatever the number of parts', () =>
    inFolder(documents([5, 1, 400, 30, 30, 0, 7000]), (folder) => {
      const all = found(folder, 7)
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
          const parts = Array.from({ length: count }, (_, at) => shardOf(all, { index: at + 1, count }))
          deepEqual(
            parts.flatMap(({ part }) => part.map(({ shown }) => shown)).sort(),
            all.map(({ shown }) => shown).sort(),
          )
          equal(new Set(parts.map(({ mark }) => mark.of)).size, 1)
        }),
      )
    }))

  it('is as large as the others, but for one document', () =>
    inFolder(documents(Array.from({ length: 60 }, (_, at) => (at * 7919) % 9000)), (folder) => {
      const sizes = [1, 2, 3, 4].map((index) =>
        shardOf(found(folder, 60), { index, count: 4 }).part.reduce(
          (sum, { shown }) => sum + ((Number.parseInt(shown, 10) * 7919) % 9000) + 1000,
          0,
        ),
      )
      ok(Math.max(...sizes) - Math.min(...sizes) <= 10_000, sizes.join())
    }))

  it('is written as a part and a number of parts', () => {
    deepEqual(parseShard('2/5'), { index: 2, count: 5 })
    for (const wrong of ['0/5', '6/5', '1', '1/0', 'a/b', '1/2/3', '-1/2']) equal(parseShard(wrong), undefined)
  })

  it('writes no baseline, which is one of all documents', async () => {
    const { code, stderr } = await runIn('/', [
      'check',
      '/dev/null',
      '--shard',
      '1/2',
      '--baseline',
      'x',
      '--update-baseline',
    ])
    equal(code, 2)
    match(stderr, /a baseline is written by one run over all documents/)
  })
})
