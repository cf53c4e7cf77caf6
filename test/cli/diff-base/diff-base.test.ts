import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { Repository } from '../repository.js'
import { runIn } from '../workspace.js'
import { A, documents, edits, OLD } from './edits.js'

describe('--diff-base', function () {
  this.timeout(30_000)
  let base: Repository
  before(() => {
    base = Repository.of(documents)
    base.git('branch', 'base')
  })
  after(() => base.remove())

  const check = async (repository: Repository, expected: readonly string[]): Promise<void> => {
    const { stdout, stderr, code } = await runIn(repository.folder, [
      'check',
      '--format',
      'jsonl',
      '--diff-base',
      'base',
    ])
    const files = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'file')
    type Found = { lines: { before: string; marked: string; after: string }[] }
    const found = files
      .flatMap(({ findings }) => findings as Found[])
      .map(({ lines: [line] }) => `${line?.before}${line?.marked}${line?.after}`)
    const shown = found.map((line, at) => (line.startsWith(expected[at] ?? '\0') ? expected[at] : line))
    deepEqual({ found: shown, stderr, code }, { found: expected, stderr: '', code: expected.length > 0 ? 1 : 0 })
  }

  for (const [title, edit, expected] of edits) {
    it(title, async () => {
      const repository = base.copy()
      try {
        edit(repository)
        await check(repository, expected)
      } finally {
        repository.remove()
      }
    })
  }

  it('counts what it does not show', async () => {
    const { stdout, code } = await runIn(base.folder, ['check', '--diff-base', 'base'])
    equal(
      stdout,
      'No new findings in 3 files, 1 suppressed with a reason; not shown: 6 in sentences that the change does not touch\n',
    )
    equal(code, 0)
  })

  it('works from a folder below the top', async () => {
    const repository = base.copy()
    repository.replace(A, OLD, 'Lark is entirely without risk.')
    const { stdout } = await runIn(join(repository.folder, 'docs'), [
      'check',
      '--format',
      'compact',
      '--diff-base',
      'base',
    ])
    match(stdout, /^launch\.md:5:9-/)
    equal(stdout.trimEnd().split('\n').length, 1)
    repository.remove()
  })

  const refuses = async (args: readonly string[], message: RegExp): Promise<void> => {
    const { stderr, code } = await runIn(base.folder, ['check', ...args])
    match(stderr, message)
    equal(code, 2)
  }
  it('refuses an option in the place of a commit', () =>
    refuses(['--diff-base=--output=x'], /git knows no commit '--output=x' here/))
  it('refuses standard input', () => refuses(['-', '--diff-base', 'base'], /goes without standard input/))
  it('refuses histories with nothing in common', () => {
    const apart = base.git('commit-tree', '-m', 'apart', 'HEAD^{tree}').trim()
    return refuses(['--diff-base', apart], /have no commit in common/)
  })
})
