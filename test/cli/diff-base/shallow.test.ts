import { deepEqual, equal, match } from 'node:assert/strict'
import { Repository } from '../repository.js'
import { runIn } from '../workspace.js'
import { documents } from './edits.js'

describe('--diff-base in a shallow clone', function () {
  this.timeout(30_000)
  let origin: Repository
  before(() => {
    origin = Repository.of(documents)
    origin.git('branch', 'base')
    origin.git('checkout', '-q', '-b', 'work')
    for (const at of [1, 2, 3]) {
      origin.write(`${at}.md`, `Lark is completely safe at ${at}.\n`)
      origin.commit()
    }
  })
  after(() => origin.remove())

  it('that has the base as well it shows what is new, and says what it cannot know', async () => {
    const clone = Repository.cloneOf(origin, '--depth', '1', '--branch', 'work')
    clone.git('fetch', '-q', '--depth=1', 'origin', 'base:refs/remotes/origin/base')
    const { stdout, stderr } = await runIn(clone.folder, ['check', '--format', 'compact', '--diff-base', 'origin/base'])
    deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 5)),
      ['1.md:', '2.md:', '3.md:'],
    )
    match(stderr, /^warning: this clone is too shallow to tell where the change left 'origin\/base'.*fetch-depth: 0/)
    clone.remove()
  })

  it('that has not the base it says how to get it', async () => {
    const clone = Repository.cloneOf(origin, '--depth', '1', '--branch', 'work')
    const { stderr, code } = await runIn(clone.folder, ['check', '--diff-base', 'origin/base'])
    equal(
      stderr,
      "error: --diff-base: git knows no commit 'origin/base' here; fetch it first: git fetch --depth=1 origin base:refs/remotes/origin/base\n",
    )
    equal(code, 2)
    clone.remove()
  })

  it('that reaches the commit in common it is exact and says nothing', async () => {
    const clone = Repository.cloneOf(origin, '--depth', '4', '--branch', 'work')
    clone.git('fetch', '-q', '--depth=1', 'origin', 'base:refs/remotes/origin/base')
    const { stdout, stderr } = await runIn(clone.folder, ['check', '--format', 'compact', '--diff-base', 'origin/base'])
    equal(stdout.trimEnd().split('\n').length, 3)
    equal(stderr, '')
    clone.remove()
  })
})
