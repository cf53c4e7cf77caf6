import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../../cli/cache/location.js'
import { tidyCache } from '../../cli/cache/tidy.js'
import { launch, suppressed } from './documents.js'
import { here } from './fixture.js'
import { ours } from './own-rule.js'
import { type Files, inFolder, runIn } from './workspace.js'

const command = join(here, '../../dist/cli.js')
const docs: Files = { 'a/launch.md': launch, 'a/notes.md': suppressed, 'a/empty.md': '' }
const args = ['check', '--format', 'json', 'a']
const cached = [...args, '--cache-location', 'cache']

function entriesOf(folder: string): string[] {
  const cache = join(folder, 'cache')
  const found = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: 'utf8' }) : []
  return found
    .map((name) => join(cache, name))
    .filter((path) => /[/\\][0-9a-f]{2}[/\\]/.test(path) && statSync(path).isFile())
}

/** A run with the cache gives what a run without one gives. */
async function check(folder: string, ...more: readonly string[]): Promise<void> {
  const [plain, withCache] = [await runIn(folder, [...args, ...more]), await runIn(folder, [...cached, ...more])]
  deepEqual(withCache, plain)
}

describe('the cache', function () {
  this.timeout(60_000)

  it('gives what a run without it gives, first and again', () =>
    inFolder(docs, async (folder) => {
      await check(folder)
      equal(entriesOf(folder).length, 3)
      await check(folder)
      equal(entriesOf(folder).length, 3)
    }))

  it('is read: what it holds is what is shown', () =>
    inFolder(docs, async (folder) => {
      await check(folder)
      const [before] = [await runIn(folder, cached)]
      writeFileSync(join(folder, 'a/notes.md'), launch)
      writeFileSync(join(folder, 'a/copy.md'), suppressed)
      await check(folder)
      equal(entriesOf(folder).length, 3, 'the same text is one entry, wherever it stands')
      ok(before)
    }))

  it('asks for another text, another configuration, other rules and another language anew', () =>
    inFolder({ ...docs, 'ours/t.yaml': ours }, async (folder) => {
      await check(folder)
      const count = async (): Promise<number> => {
        await check(folder)
        return entriesOf(folder).length
      }
      writeFileSync(join(folder, 'a/empty.md'), 'Lark is completely safe.\n')
      equal(await count(), 4)
      writeFileSync(join(folder, '.proviso.yaml'), 'rules: { framing/*: off }\n')
      equal(await count(), 7)
      writeFileSync(join(folder, '.proviso.yaml'), 'packs: [ours]\n')
      equal(await count(), 10)
      writeFileSync(join(folder, 'ours/t.yaml'), ours.replace('Thrill is no evidence.', 'No.'))
      equal(await count(), 13)
      writeFileSync(join(folder, 'a/empty.txt'), 'Lark is completely safe.\n')
      equal(await count(), 14)
    }))

  it('is one of this build: another never reads it', () =>
    inFolder(docs, async (folder) => {
      await runIn(folder, cached)
      await runIn(folder, cached, { build: 'another' })
      equal(entriesOf(folder).length, 6)
    }))

  it('cut off at any byte it is a miss', () =>
    inFolder({ 'a/launch.md': 'Lark is completely safe.\n' }, async (folder) => {
      const { stdout } = await runIn(folder, cached)
      const [path = ''] = entriesOf(folder)
      const whole = readFileSync(path)
      for (let length = 0; length < whole.length; length++) {
        truncateSync(path, length)
        equal((await runIn(folder, cached)).stdout, stdout)
        deepEqual(readFileSync(path), whole)
      }
    }))

  it('with any byte another it is a miss', () =>
    inFolder({ 'a/launch.md': 'Lark is completely safe.\n' }, async (folder) => {
      const { stdout } = await runIn(folder, cached)
      const [path = ''] = entriesOf(folder)
      const whole = readFileSync(path)
      for (let at = 0; at < whole.length; at++) {
        const other = Buffer.from(whole)
        other[at] = (other[at] as number) ^ 1
        writeFileSync(path, other)
        equal((await runIn(folder, cached)).stdout, stdout)
      }
    }))

  it('with an entry in the place of another it is a miss', () =>
    inFolder(docs, async (folder) => {
      const { stdout } = await runIn(folder, cached)
      const paths = entriesOf(folder)
      const texts = paths.map((path) => readFileSync(path))
      paths.forEach((path, at) => {
        writeFileSync(path, texts[(at + 1) % texts.length] as Buffer)
      })
      equal((await runIn(folder, cached)).stdout, stdout)
    }))

  it('may be in a place where nothing can be written, and says so', () =>
    inFolder({ ...docs, cache: 'this is a file' }, async (folder) => {
      const { stdout, stderr, code } = await runIn(folder, cached)
      deepEqual([stdout, code], [(await runIn(folder, args)).stdout, 1])
      match(stderr, /^warning: the cache in .*cache cannot be written: no such file or folder\n$/)
    }))

  it('may be a link that leads nowhere', () =>
    inFolder(docs, async (folder) => {
      symlinkSync('nowhere/at/all', join(folder, 'cache'))
      equal((await runIn(folder, cached)).stdout, (await runIn(folder, args)).stdout)
    }))

  it('may be used by runs at the same time', () =>
    inFolder(
      Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`a/${at}.md`, `${launch}\nNumber ${at}.\n`])),
      async (folder) => {
        const run = () => outputOf(folder, cached)
        const plain = await outputOf(folder, args)
        for (const one of await Promise.all([run(), run(), run()])) equal(one, plain)
        equal(await run(), plain)
        equal(entriesOf(folder).length, 60)
      },
    ))

  const mounted = (options: string, script: string): string => `mount -t tmpfs -o ${options} none cache && ${script}`
  const unshare = (folder: string, script: string) =>
    spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: folder, encoding: 'utf8' })
  const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0
  const skipped = canMount ? '' : ' (skipped: not here)'
  const run = `${JSON.stringify(process.execPath)} ${JSON.stringify(command)} ${cached.join(' ')}`

  it(`on a disk that is full the run goes on, and it is said${skipped}`, async function () {
    if (!canMount) this.skip()
    await inFolder({ ...docs, 'cache/x': '' }, async (folder) => {
      const full = unshare(folder, mounted('size=4k', `{ head -c 1000000 /dev/zero > cache/fill; ${run}; }`))
      equal(full.stdout, await outputOf(folder, args))
      equal(full.status, 1)
      match(full.stderr, /warning: the cache in .* cannot be written: no space left on this disk/)
    })
  })

  it(`on a disk that can only be read what it holds is used, and the rest is checked${skipped}`, async function () {
    if (!canMount) this.skip()
    await inFolder({ ...docs, 'cache/x': '' }, async (folder) => {
      const script = `${run} >/dev/null; mount -o remount,ro cache; cp a/launch.md a/b.md; echo 'The model is safe.' >> a/b.md; ${run}`
      const { stdout, status, stderr } = unshare(folder, mounted('size=1m', script))
      equal(stdout, await outputOf(folder, args))
      equal(status, 1)
      match(stderr, /warning: the cache in .* cannot be written: this disk can only be read/)
    })
  })

  it('is in the folder of the user, never beside the documents, where a pull request could bring one along', () => {
    equal(cacheFolder({ env: { XDG_CACHE_HOME: '/x' } }, 'linux'), join('/x', 'proviso'))
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const folder = cacheFolder({ env: { LOCALAPPDATA: '/local' } }, platform)
      equal(folder.includes('proviso') && !folder.startsWith(process.cwd()), true)
    }
  })

  it('forgets what was not used for a month, and looks for it once a day', () =>
    inFolder(docs, async (folder) => {
      await runIn(folder, cached)
      const cache = join(folder, 'cache')
      const day = 24 * 60 * 60
      const now = Date.now() / 1000
      const [old = '', ...young] = entriesOf(folder)
      utimesSync(old, now - 31 * day, now - 31 * day)
      tidyCache(cache, Date.now())
      equal(entriesOf(folder).length, 3)
      utimesSync(join(cache, 'tidied'), now - 2 * day, now - 2 * day)
      tidyCache(cache, Date.now())
      deepEqual(entriesOf(folder).sort(), young.sort())
    }))
})

/** The output of the built command, beside others. */
function outputOf(cwd: string, line: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [command, ...line], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  return new Promise((resolve) => child.on('close', () => resolve(Buffer.concat(parts).toString())))
}
