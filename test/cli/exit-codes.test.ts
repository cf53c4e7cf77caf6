import { equal } from 'node:assert/strict'
import { card, launch } from './documents.js'
import { type Files, runOn } from './workspace.js'

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
