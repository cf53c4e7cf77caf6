import { deepEqual, equal, match } from 'node:assert/strict'
import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, inFolder, type Outcome, runIn, runOn } from './workspace.js'

const text = 'Lark is completely safe.\n'

const pathsIn = ({ stdout }: Outcome): string[] =>
  (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path)

const check = async (files: Files, asked: readonly string[], expected: readonly string[]): Promise<void> => {
  deepEqual(pathsIn(await runOn(files, ['check', '--format', 'json', ...asked])), expected)
}

describe('the files that are checked', () => {
  it('are the documents of a folder, in order of path', () =>
    check(
      { 'b.md': text, 'a/z.txt': text, 'a/y.mdx': text, 'C.QMD': text, 'code.ts': text, 'c.tex': text },
      [],
      ['C.QMD', 'a/y.mdx', 'a/z.txt', 'b.md'],
    ))

  it('leave out what .gitignore names, also further down, and take back what it takes back', () =>
    check(
      {
        '.gitignore': 'drafts/\n*.txt\n',
        'a.md': text,
        'a.txt': text,
        'drafts/b.md': text,
        'sub/.gitignore': 'old.md\n!keep.txt\n',
        'sub/old.md': text,
        'sub/keep.txt': text,
        'old.md': text,
      },
      [],
      ['a.md', 'old.md', 'sub/keep.txt'],
    ))

  it('leave out node_modules and .git', () =>
    check(
      { 'a.md': text, 'node_modules/x/README.md': text, '.git/notes.md': text, '.github/b.md': text },
      ['.'],
      ['.github/b.md', 'a.md'],
    ))

  it('hold a file that is named, whatever ignores it and whatever its extension', () =>
    check(
      { '.gitignore': 'a.md\n', 'a.md': text, 'b.tex': text, LICENCE: text },
      ['a.md', 'b.tex', 'LICENCE'],
      ['LICENCE', 'a.md', 'b.tex'],
    ))

  it('hold what a pattern matches: documents, or the extension that it spells out', async () => {
    const files = { 'd/a.md': text, 'd/b.rst': text, 'd/c.png': '', 'd/e/f.txt': text }
    await check(files, ['d/**'], ['d/a.md', 'd/e/f.txt'])
    await check(files, ['d/*.rst'], ['d/b.rst'])
  })

  it('are taken by name when a name looks like a pattern', () =>
    check({ '[a].md': text, 'a.md': text }, ['[a].md'], ['[a].md']))

  it('are checked once when they are named twice', () =>
    check({ 'a.md': text }, ['a.md', '.', './a.md', '*.md'], ['a.md']))

  it('may be above the working folder', () =>
    inFolder({ 'a.md': text, 'sub/b.md': text }, async (folder) => {
      deepEqual(pathsIn(await runIn(join(folder, 'sub'), ['check', '--format', 'json', '..'])), ['../a.md', 'b.md'])
    }))

  it('are read through links to files and not through links to folders', () =>
    inFolder({ 'real/a.md': text }, async (folder) => {
      symlinkSync(join(folder, 'real'), join(folder, 'loop.md'))
      symlinkSync(join(folder, 'real/a.md'), join(folder, 'b.md'))
      deepEqual(pathsIn(await runIn(folder, ['check', '--format', 'json'])), ['b.md', 'real/a.md'])
    }))

  it('may be UTF-16 with a byte order mark', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const { stdout, code } = await runOn({ 'a.md': utf16 }, ['check', '--format', 'json'])
    equal(code, 1)
    match(stdout, /"text": "completely safe"/)
  })

  it('keep their byte order mark, so that offsets are those of the file', async () => {
    const { stdout } = await runOn({ 'a.md': `\uFEFF${text}` }, ['check', '--format', 'json'])
    const [file] = (JSON.parse(stdout) as { files: { findings: { start: object }[] }[] }).files
    deepEqual(file?.findings[0]?.start, { offset: 9, line: 1, column: 10 })
  })

  it('are named when a link leads nowhere', () =>
    inFolder({ 'a.md': text }, async (folder) => {
      symlinkSync(join(folder, 'gone.md'), join(folder, 'b.md'))
      const { code, stderr, stdout } = await runIn(folder, ['check'])
      equal(code, 2)
      match(stderr, /b\.md: no such file/)
      match(stdout, /a\.md/)
    }))

  it('are named when they may not be read', function () {
    if (process.getuid?.() === 0) this.skip()
    return inFolder({ 'a.md': text, 'locked.md': text }, async (folder) => {
      chmodSync(join(folder, 'locked.md'), 0)
      const { code, stderr } = await runIn(folder, ['check'])
      equal(code, 2)
      match(stderr, /locked\.md: permission denied/)
    })
  })

  it('may hold one line of 20 MB', async function () {
    this.timeout(60_000)
    const line = `${'The ferry leaves at nine and comes back at six '.repeat(430_000)}. Lark is completely safe.\n`
    const { code, stdout } = await runOn({ 'long.txt': line }, ['check'])
    equal(code, 1)
    equal(
      stdout.split('\n').every((row) => row.length <= 80),
      true,
    )
  })
})

describe('standard input', () => {
  it('is Markdown without a name', async () => {
    const { stdout } = await runOn({}, ['check', '-', '--format', 'json'], {
      stdin: `| A |\n|---|\n| ${text.trim()} |\n`,
    })
    match(stdout, /"path": "<stdin>"/)
    match(stdout, /"text": "completely safe"/)
  })

  it('takes the configuration of the place that its name stands for', async () => {
    const files = { 'docs/.proviso.yaml': 'rules: { framing/*: off }\n' }
    equal((await runOn(files, ['check', '-', '--stdin-filename', 'docs/new.md'], { stdin: text })).code, 0)
    equal((await runOn(files, ['check', '-', '--stdin-filename', 'new.md'], { stdin: text })).code, 1)
  })

  it('is refused when it is not text', async () => {
    const { code, stderr } = await runOn({}, ['check', '-'], { stdin: new Uint8Array([0x66, 0xff]) })
    equal(code, 2)
    match(stderr, /<stdin>: this is not UTF-8 text/)
  })
})

describe('the terminal', () => {
  it('gets colours only when it is one, and NO_COLOR, FORCE_COLOR and the options change that', async () => {
    const hasColours = async (args: readonly string[], around: Parameters<typeof runOn>[2]): Promise<boolean> =>
      (await runOn({ 'a.md': text }, ['check', ...args], around)).stdout.includes('\u001b[')
    equal(await hasColours([], {}), false)
    equal(await hasColours([], { env: { CI: 'true' } }), false)
    equal(await hasColours([], { terminal: true }), true)
    equal(await hasColours([], { terminal: true, env: { TERM: 'dumb' } }), false)
    equal(await hasColours([], { terminal: true, env: { NO_COLOR: '1' } }), false)
    equal(await hasColours([], { env: { FORCE_COLOR: '1' } }), true)
    equal(await hasColours([], { terminal: true, env: { FORCE_COLOR: '0' } }), false)
    equal(await hasColours(['--no-color'], { terminal: true, env: { FORCE_COLOR: '1' } }), false)
    equal(await hasColours(['--color'], { env: { NO_COLOR: '1' } }), true)
  })

  it('shows progress on stderr when a run takes long, and wipes it away', async () => {
    const files = { 'a.md': text, 'b.md': text }
    const slow = await runOn(files, ['check'], { terminal: true, tick: 400 })
    equal(slow.stderr.endsWith('\r\u001b[Kchecking 2 of 2  b.md\r\u001b[K'), true)
    equal((await runOn(files, ['check'], { terminal: true, tick: 1 })).stderr, '')
    equal((await runOn(files, ['check'], { terminal: true, tick: 400, env: { CI: '1' } })).stderr, '')
    equal((await runOn(files, ['check'], { tick: 400 })).stderr, '')
  })

  it('never gets control characters of a document', async () => {
    const { stdout } = await runOn({ 'a.md': 'Lark \u001b[2J\u202e is completely safe.\n' }, ['check'])
    match(stdout, /Lark \uFFFD\[2J\uFFFD is completely safe/)
  })
})
