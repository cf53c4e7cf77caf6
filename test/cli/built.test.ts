import { deepEqual, equal, match } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeCacheOf } from '../../cli/start/compiled.js'
import { here } from './fixture.js'
import { inFolder } from './workspace.js'

const root = join(here, '../..')
const command = join(root, 'dist/cli.js')
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

describe('the built command', function () {
  this.timeout(20_000)

  it('says its version', () => {
    const { stdout, status } = spawnSync(process.execPath, [command, '--version'], { encoding: 'utf8' })
    equal(stdout, `${version}\n`)
    equal(status, 0)
  })

  it('works without what V8 compiled of it, and with what another V8 did', () =>
    inFolder({ 'a.md': 'Our test plan is in annex B.\n' }, (folder) => {
      const dist = join(folder, 'dist')
      mkdirSync(dist)
      for (const name of ['cli.js', 'main.js', 'lazy.js', 'pack.bin'])
        copyFileSync(join(root, 'dist', name), join(dist, name))
      const run = () =>
        spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', 'a.md'], { cwd: folder, encoding: 'utf8' })
      const plain = run().stdout
      writeFileSync(codeCacheOf(join(dist, 'main.js')), 'made by another V8')
      deepEqual([plain, run().stdout], ['No findings in 1 file\n', 'No findings in 1 file\n'])
    }))

  it('checks a file', () =>
    inFolder({ 'a.md': 'Our test plan is in annex B.\n' }, (folder) => {
      const { stdout, status, stderr } = spawnSync(process.execPath, [command, 'check'], {
        cwd: folder,
        encoding: 'utf8',
      })
      equal(stderr, '')
      equal(stdout, 'No findings in 1 file\n')
      equal(status, 0)
    }))

  it('reads configurations and packs, which it loads only then', () =>
    inFolder({ 'a.md': '', '.proviso.yaml': 'rulez: {}\npacks: nowhere\n' }, (folder) => {
      const { stderr, status } = spawnSync(process.execPath, [command, 'check'], { cwd: folder, encoding: 'utf8' })
      match(stderr, /did you mean 'rules'/)
      match(stderr, /nowhere: no such file or folder/)
      equal(status, 2)
    }))

  it('is quiet when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [command, 'rules', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    const errors: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    await new Promise((resolve) => child.on('close', resolve))
    equal(Buffer.concat(errors).toString(), '')
  })
})
