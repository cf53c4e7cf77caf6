import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { card, launch, suppressed } from './documents.js'
import { here } from './fixture.js'
import { Repository } from './repository.js'
import { type Circumstances, type Files, inFolder, runIn, runOn } from './workspace.js'

const clean = { 'card.md': card }
/** One error, one warning, one info. */
const three = { 'launch.md': launch }
const oneInfo = { 'pledge.md': 'At our AI company safety comes first.\n' }
const twoWarnings = { 'a.md': 'Lark is completely safe.\n', 'b.md': 'Our AI model is completely safe.\n' }

const check = (title: string, code: number, files: Files, ...options: readonly string[]): void => {
  it(`${code}: ${title}`, async () => equal((await runOn(files, ['check', ...options])).code, code))
}

describe('the exit code', () => {
  check('nothing is found', 0, clean)
  check('an empty file', 0, { 'empty.md': '' })
  check('a warning is found', 1, twoWarnings)
  check('an info is found, and the default is warning', 0, oneInfo)
  check('an info is found, and infos fail', 1, oneInfo, '--fail-on', 'info')
  check('quiet does not change what fails', 1, oneInfo, '--fail-on', 'info', '--quiet')
  check('warnings are found, and only errors fail', 0, twoWarnings, '--fail-on', 'error')
  check('an error is found, and only errors fail', 1, three, '--fail-on', 'error')
  check('an error is found, and nothing fails', 0, three, '--fail-on', 'never')
  check('as many warnings as are accepted', 0, twoWarnings, '--max-warnings', '2')
  check('more warnings than are accepted', 1, twoWarnings, '--max-warnings', '1')
  check(
    'more warnings than are accepted, whatever --fail-on says',
    1,
    twoWarnings,
    '--max-warnings',
    '1',
    '--fail-on',
    'never',
  )
  check('accepted warnings do not excuse an error', 1, three, '--max-warnings', '5')
  check('the report goes to a file', 1, twoWarnings, '--output-file', 'out.json', '--format', 'json')
  check('the report cannot be written', 2, twoWarnings, '--output-file', 'no/such/folder/out.json')
  check('a missing file beside one with findings', 2, twoWarnings, 'a.md', 'missing.md')
  check('a pattern that matches nothing', 2, twoWarnings, '*.mdx')
  check('a folder without documents', 2, { 'sub/code.ts': '' }, 'sub')
  check('a binary file in a folder', 2, { 'a.md': new Uint8Array([0, 1]) })
  check('a broken configuration', 2, { ...clean, '.proviso.yaml': 'rules: 3\n' })
  check('a configuration that is not there', 2, clean, '--config', 'missing.yaml')
  check('a configuration that only warns', 0, { ...clean, '.proviso.yaml': 'colour: red\n' })
  check('a broken configuration that is not used', 0, { ...clean, '.proviso.yaml': 'rules: 3\n' }, '--no-config')
  check('a number that is none', 2, clean, '--max-warnings', 'few')
  check('standard input beside a file', 2, clean, '-', 'card.md')

  it('2: an unknown command', async () => equal((await runOn({}, ['lint'])).code, 2))
  it('2: no command', async () => equal((await runOn({}, [])).code, 2))
  it('0: help and version', async () => {
    for (const args of [['--help'], ['help', 'check'], ['check', '--help'], ['--version']])
      equal((await runOn({}, args)).code, 0)
  })
})

/** What each sentence of docs/ci.md about exit codes says, as command lines with the code that they must give. */
type Proof = () => Promise<void>
const gives =
  (code: number, files: Files, args: readonly string[], around: Circumstances = {}): Proof =>
  async () =>
    equal((await runOn(files, args, around)).code, code, args.join(' '))
const all =
  (...proofs: readonly Proof[]): Proof =>
  async () => {
    for (const proof of proofs) await proof()
  }
const run = ['check']
const unreadable = { ...twoWarnings, 'c.md': '\0' }
const broken = { ...clean, '.proviso.yaml': 'rules: 3\n' }
const line = (value: object): string => `${JSON.stringify(value)}\n`

const proofs: Readonly<Record<string, Proof>> = {
  '0 means that nothing was found at or above': all(
    gives(0, clean, run),
    gives(0, oneInfo, run),
    gives(0, twoWarnings, [...run, '--fail-on', 'error']),
  ),
  '1 means that something was found at or above': all(
    gives(1, twoWarnings, run),
    gives(1, oneInfo, [...run, '--fail-on', 'info']),
    gives(1, three, [...run, '--fail-on', 'error']),
  ),
  '2 means that the job could not be done': all(
    gives(2, clean, [...run, '--no-such-option']),
    gives(2, broken, run),
    gives(2, { 'a.md': '\0' }, run),
    gives(2, clean, run, { breaks: true }),
  ),
  '2 outweighs 1': async () => {
    const { code, stdout } = await runOn(unreadable, [...run, '--format', 'compact'])
    equal(code, 2)
    equal(stdout.split('\n').filter(Boolean).length, 2)
  },
  'A path that is not there': all(
    gives(2, clean, [...run, 'x.md']),
    gives(2, clean, [...run, '*.mdx']),
    gives(2, { 'a/b.png': '' }, [...run, 'a']),
  ),
  '`--max-warnings` accepts': all(
    gives(0, twoWarnings, [...run, '--max-warnings', '2']),
    gives(1, twoWarnings, [...run, '--max-warnings', '1', '--fail-on', 'never']),
    gives(1, three, [...run, '--max-warnings', '9']),
  ),
  '`--fail-on never` ends with 0': all(
    gives(0, three, [...run, '--fail-on', 'never']),
    gives(2, unreadable, [...run, '--fail-on', 'never']),
  ),
  '`--format`, `--output-file`': async () => {
    const extras = [
      ['--format', 'sarif'],
      ['--output-file', 'out'],
      ['--quiet'],
      ['--threads', '2'],
      ['--cache-location', 'cache'],
      ['--statistics'],
    ]
    for (const [files, code] of [
      [clean, 0],
      [twoWarnings, 1],
      [unreadable, 2],
    ] as const) {
      for (const extra of extras) await gives(code, files, [...run, ...extra])()
    }
  },
  'A report that cannot be written': gives(2, clean, [...run, '--output-file', 'no/such/folder/x']),
  'A job summary or a cache': all(
    gives(0, clean, [...run, '--format', 'github'], { env: { GITHUB_STEP_SUMMARY: '/no/such/folder/x' } }),
    gives(0, { ...clean, file: '' }, [...run, '--cache-location', 'file/cache']),
  ),
  'Findings that a directive': async () => {
    const whole = suppressed.slice(0, suppressed.indexOf('<!--', suppressed.indexOf('-->')))
    await gives(0, { 'a.md': whole }, run)()
    await inFolder(twoWarnings, async (folder) => {
      await runIn(folder, [...run, '--baseline', 'known.json', '--update-baseline'])
      equal((await runIn(folder, [...run, '--baseline', 'known.json'])).code, 0)
    })
    const repository = Repository.of({ 'a.md': 'Lark is completely safe.\n' })
    equal((await runIn(repository.folder, [...run, '--diff-base', 'HEAD'])).code, 0)
    repository.remove()
  },
  '`--update-baseline` ends with 0': all(
    gives(0, three, [...run, '--baseline', 'x.json', '--update-baseline']),
    gives(2, unreadable, [...run, '--baseline', 'x.json', '--update-baseline']),
  ),
  'Notes on directives': gives(0, { 'a.md': '<!-- proviso-disable-file -->\nLunch.\n' }, run),
  'A shard ends with': () =>
    inFolder({ 'a.md': 'Lark is completely safe.\n', 'b.md': 'Lunch.\n' }, async (folder) => {
      const shard = (index: number) =>
        runIn(folder, [...run, '--shard', `${index}/2`, '--format', 'jsonl', '-o', `${index}.jsonl`])
      deepEqual([(await shard(1)).code, (await shard(2)).code].sort(), [0, 1])
      equal((await runIn(folder, ['merge', '1.jsonl', '2.jsonl'])).code, 1)
    }),
  '`pipe` ends with 0': gives(0, {}, ['pipe'], {
    stdin: `${line({ path: 'a.md', text: 'Lark is completely safe.' })}nonsense\n`,
  }),
  '`print-config` ends with 0': all(
    gives(0, clean, ['print-config', 'card.md']),
    gives(2, broken, ['print-config', 'card.md']),
  ),
  '`init` ends with 0': all(
    gives(0, clean, ['init', '--yes']),
    gives(0, clean, ['init'], { answers: ['n'] }),
    gives(2, { '.proviso.yaml': '' }, ['init', '--yes']),
  ),
  'Help and version': all(gives(0, {}, ['--help']), gives(0, {}, ['check', '--help']), gives(0, {}, ['--version'])),
}

describe('what the documentation says of exit codes', () => {
  const page = readFileSync(join(here, '../../docs/ci.md'), 'utf8')
  const [, list = ''] = /<!-- exit-codes:start -->\n(.*?)<!-- exit-codes:end -->/s.exec(page) ?? []
  const sentences = list
    .split('\n')
    .filter(Boolean)
    .map((sentence) => sentence.slice(2))
  const beginnings = Object.keys(proofs)

  for (const sentence of sentences) {
    const beginning = beginnings.find((one) => sentence.startsWith(one))
    it(sentence, async () => {
      if (beginning === undefined) throw new Error('no test proves this sentence')
      await proofs[beginning]?.()
    })
  }

  it('leaves out nothing that is proved', () => {
    deepEqual(
      beginnings.filter((one) => !sentences.some((sentence) => sentence.startsWith(one))),
      [],
    )
  })
})
