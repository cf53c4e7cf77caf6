import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from './documents.js'
import { inFolder, runIn } from './workspace.js'

const report = ['check', '--format', 'compact', 'launch.md', '--output-file']

describe('the file of a report', () => {
  it('takes the place of the old one, keeps its mode, and leaves nothing beside it', () =>
    inFolder({ 'launch.md': launch, 'out.txt': 'old' }, async (folder) => {
      chmodSync(join(folder, 'out.txt'), 0o600)
      await runIn(folder, [...report, 'out.txt'])
      match(readFileSync(join(folder, 'out.txt'), 'utf8'), /^launch\.md:3/)
      equal(statSync(join(folder, 'out.txt')).mode & 0o777, 0o600)
      deepEqual(readdirSync(folder).sort(), ['.git', 'launch.md', 'out.txt'])
    }))

  it('is as it was when the run breaks off', () =>
    inFolder({ 'launch.md': launch, 'out.txt': 'old' }, async (folder) => {
      const { code } = await runIn(folder, [...report, 'out.txt'], { breaks: true })
      equal(code, 2)
      equal(readFileSync(join(folder, 'out.txt'), 'utf8'), 'old')
      deepEqual(readdirSync(folder).sort(), ['.git', 'launch.md', 'out.txt'])
    }))

  it('may be behind a link, which stays', () =>
    inFolder({ 'launch.md': launch, 'real.txt': 'old' }, async (folder) => {
      symlinkSync('real.txt', join(folder, 'out.txt'))
      await runIn(folder, [...report, 'out.txt'])
      match(readFileSync(join(folder, 'real.txt'), 'utf8'), /^launch\.md:3/)
    }))

  it('may be a device', () =>
    inFolder({ 'launch.md': launch }, async (folder) => {
      equal((await runIn(folder, [...report, '/dev/null'])).code, 1)
      ok(statSync('/dev/null').isCharacterDevice())
    }))
})

describe('the summary of a job', () => {
  const github = ['check', '--format', 'github']

  it('is added to what is there, as Markdown, when GitHub asks for one', () =>
    inFolder({ 'launch.md': launch, 'summary.txt': 'before\n' }, async (folder) => {
      const path = join(folder, 'summary.txt')
      await runIn(folder, [...github, 'launch.md'], { env: { GITHUB_STEP_SUMMARY: path } })
      match(readFileSync(path, 'utf8'), /^before\n## Proviso\n\n3 findings/)
    }))

  it('is cut at what GitHub takes, and says so', () =>
    inFolder({ 'launch.md': launch.repeat(4000), 'summary.txt': '' }, async (folder) => {
      const path = join(folder, 'summary.txt')
      await runIn(folder, [...github, 'launch.md'], { env: { GITHUB_STEP_SUMMARY: path } })
      ok(statSync(path).size < 1 << 20)
      match(readFileSync(path, 'utf8'), /\n\d+ more entries did not fit here/)
    })).timeout(20_000)

  it('changes no exit code when it cannot be written', () =>
    inFolder({ 'launch.md': launch }, async (folder) => {
      const env = { GITHUB_STEP_SUMMARY: join(folder, 'no/such/summary') }
      const { code, stderr } = await runIn(folder, github, { env })
      equal(code, 1)
      match(stderr, /^warning: cannot write the job summary: no such file or folder\n$/)
    }))
})
