import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './fixture.js'
import { type Files, inFolder, type Outcome, runIn, runOn } from './workspace.js'

const text = 'Lark is completely safe.\n'

const filesIn = ({ stdout }: Outcome) =>
  (JSON.parse(stdout) as { files: { path: string; findings: { start: { column: number } }[] }[] }).files

const countIn = async (source: string, name = 'a.md'): Promise<number> =>
  filesIn(await runOn({ [name]: source }, ['check', '--format', 'json']))[0]?.findings.length ?? -1

describe('bad input', function () {
  this.timeout(60_000)

  it('is said with its name, and the findings of other files are still printed', () =>
    inFolder(
      {
        'a.md': text,
        'binary.md': 'a\0b',
        'latin.md': Uint8Array.of(0x61, 0xe9, 0x0a),
        'odd.txt': Uint8Array.of(0xff, 0xfe, 0x00),
        'empty.md': '',
      },
      async (folder) => {
        symlinkSync('nowhere', join(folder, 'link.md'))
        const { code, stdout, stderr } = await runIn(folder, ['check', '.', 'none.md', 'no*.md', 'a.md/b.md'])
        equal(code, 2)
        match(stdout, /1 finding \(1 warning\) in 1 of 2 files; 7 could not be checked/)
        for (const path of ['binary.md', 'latin.md', 'odd.txt', 'link.md', 'none.md', 'no*.md', 'a.md/b.md']) {
          ok(stderr.includes(`error: ${path}: `), `${path} is not named in ${stderr}`)
        }
      },
    ))

  it('may be a pipe, which is not waited for', function () {
    if (process.platform === 'win32') this.skip()
    return inFolder({ 'a.md': text }, async (folder) => {
      spawnSync('mkfifo', [join(folder, 'pipe.md')])
      const { code, stderr, stdout } = await runIn(folder, ['check'])
      match(stderr, /pipe\.md: this is a pipe or a device, not a file/)
      match(stdout, /1 finding/)
      equal(code, 2)
    })
  })

  it('may have any name', async () => {
    const names = ['a b.md', 'c 😀.md', ...(process.platform === 'win32' ? [] : ['d\ne.md'])]
    const files: Files = Object.fromEntries(names.map((name) => [name, text]))
    deepEqual(
      filesIn(await runOn(files, ['check', '--format', 'json'])).map(({ path }) => path),
      names,
    )
    const { stdout } = await runOn(files, ['check'])
    ok(!/^e\.md/m.test(stdout), 'a name does not begin a line of its own')
  })

  it('may be a pattern, for the built command too', () =>
    inFolder({ 'a.md': text }, (folder) => {
      const command = join(here, '../../dist/cli.js')
      const { stderr, status } = spawnSync(process.execPath, [command, 'check', 'b*.md'], {
        cwd: folder,
        encoding: 'utf8',
      })
      match(stderr, /b\*\.md: no file matches this pattern/)
      equal(status, 2)
    }))
})

describe('a machine-made document', function () {
  this.timeout(120_000)

  it('may hold thousands of claims in one line, each with its own place', async () => {
    const outcome = await runOn({ 'a.md': text.trim().concat(' ').repeat(5000) }, ['check', '--format', 'json'])
    const columns = filesIn(outcome)[0]?.findings.map(({ start }) => start.column) ?? []
    equal(columns.length, 5000)
    equal(new Set(columns).size, 5000)
  })

  it('is not read to its end when it holds too many, which is said, and the others are checked', async () => {
    const many = text.trim().concat(' ').repeat(10_002)
    const outcome = await runOn({ 'a.md': many, 'b.md': text }, ['check', '--format', 'json'])
    equal(outcome.code, 2)
    match(outcome.stderr, /a\.md: too many claims \(10000\): what comes after 1:\d+ was not checked/)
    deepEqual(
      filesIn(outcome).map(({ findings }) => findings.length),
      [10_000, 1],
    )
  })

  it('shows no more of a long line than fits', async () => {
    const { stdout } = await runOn({ 'a.md': text.trim().concat(' ').repeat(500) }, ['check'])
    ok(
      stdout.split('\n').every((row) => row.length <= 80),
      'a row is longer than 80 columns',
    )
  })

  it('may be a table of thousands of rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `| Lark is completely safe. | ${row} |\n`)
    equal(await countIn(`| A | B |\n| --- | --- |\n${rows.join('')}`), 5000)
  })

  it('may have thousands of footnotes', async () => {
    const notes = Array.from(
      { length: 2000 },
      (_, note) => `${text.trim()}[^${note}]\n\n[^${note}]: Annex ${note}.\n\n`,
    )
    equal(await countIn(notes.join('')), 2000)
  })

  it('is read as plain text where quotations or lists are nested as nobody writes them', async () => {
    equal((await runOn({ 'a.md': `${'> '.repeat(50_000)}${text}` }, ['check'])).code, 0)
    equal(await countIn(Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(2 * depth)}- ${text}`).join('')), 1000)
  })

  it('may be nothing but signs or line ends', async () => {
    for (const sign of [
      '*',
      '_',
      '[',
      '![',
      '<',
      '`',
      '|',
      '&',
      '$',
      '{',
      '\\',
      '"',
      '\n',
      'a',
      '[^',
      '](',
      '<!--',
      '=',
    ]) {
      equal(await countIn(sign.repeat(400_000)), 0, sign)
    }
  })
})
