import { deepEqual, equal, match } from 'node:assert/strict'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, inFolder, runIn } from './workspace.js'

const launch = `# Lark

## Safety

Lark is completely safe at home. We wrote the plan in spring.

The run erased every trace of the recipes from the model.

## Wider

Nothing.
`
const notes = 'The model is entirely without risk.\n'
const before = { 'docs/launch.md': launch, 'notes.md': notes }
const FILE = 'known.json'

type Edit = (folder: string) => void
const change =
  (path: string, from: string | RegExp, to: string): Edit =>
  (folder) => {
    const text = readFileSync(join(folder, path), 'utf8')
    writeFileSync(join(folder, path), text.replace(from, to))
    equal(text === readFileSync(join(folder, path), 'utf8'), false, `${from} is not there`)
  }
const put =
  (path: string, text: string): Edit =>
  (folder) =>
    writeFileSync(join(folder, path), text)
const move =
  (from: string, to: string): Edit =>
  (folder) =>
    renameSync(join(folder, from), join(folder, to))
const all =
  (...edits: readonly Edit[]): Edit =>
  (folder) => {
    for (const edit of edits) edit(folder)
  }

const check = (folder: string, ...more: readonly string[]) =>
  runIn(folder, ['check', '--baseline', FILE, '--format', 'compact', ...more])

/** After an edit the lines of what is new are these. */
function finds(title: string, edit: Edit, expected: readonly string[], files: Files = before): void {
  it(title, () =>
    inFolder(files, async (folder) => {
      equal((await check(folder, '--update-baseline')).code, 0)
      edit(folder)
      const { stdout, code } = await check(folder)
      deepEqual(
        stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => /^[^:]+:\d+/.exec(line)?.[0]),
        expected,
      )
      equal(code, expected.length > 0 ? 1 : 0)
    }),
  )
}

const recipes = 'The run erased every trace of the recipes from the model.\n'

describe('--baseline knows', () => {
  finds('all that was there', () => undefined, [])
  finds('text that was re-wrapped', change('docs/launch.md', 'erased every trace', 'erased\nevery\ntrace'), [])
  finds('text below other lines', change('docs/launch.md', '# Lark', '# Lark\n\nHello.\n\nHello.'), [])
  finds('line ends that became CRLF', (folder) => put('docs/launch.md', launch.replaceAll('\n', '\r\n'))(folder), [])
  finds('a sentence that was changed around the claim', change('docs/launch.md', 'at home', 'at school'), [])
  finds(
    'a paragraph that moved to another section',
    all(change('docs/launch.md', recipes, ''), change('docs/launch.md', 'Nothing.', recipes)),
    [],
  )
  finds(
    'a paragraph that moved to another document',
    all(change('docs/launch.md', recipes, ''), put('a.md', recipes)),
    [],
  )
  finds('a section with another heading', change('docs/launch.md', '## Safety', '## On safety'), [])
  finds('a document with another name', move('docs/launch.md', 'docs/lark.md'), [])
  finds(
    'a document with another name and a changed sentence',
    all(move('docs/launch.md', 'docs/lark.md'), change('docs/lark.md', 'at home', 'at school')),
    [],
  )
})

describe('--baseline shows', () => {
  finds('a new claim', change('docs/launch.md', 'Nothing.', 'Lark is entirely without risk.'), ['docs/launch.md:11'])
  finds(
    'a claim that was strengthened in place',
    change('docs/launch.md', 'completely safe', 'entirely without risk'),
    ['docs/launch.md:5'],
  )
  finds('a copy of a known claim in its section', change('docs/launch.md', recipes, `${recipes}\n${recipes}`), [
    'docs/launch.md:9',
  ])
  finds('a copy of a known claim in another document, and not the one that it was copied from', put('a.md', recipes), [
    'a.md:1',
  ])
  finds(
    'the words of a known claim in another sentence elsewhere',
    put('a.md', 'The assistant is completely safe.\n'),
    ['a.md:1'],
  )
})

describe('the file of a baseline', () => {
  const entries = (folder: string) =>
    JSON.parse(readFileSync(join(folder, FILE), 'utf8')).findings as { path: string; text: string }[]

  it('holds a line for each finding, in an order of its own, and its paths start from its folder', () =>
    inFolder(before, async (folder) => {
      await runIn(join(folder, 'docs'), ['check', '--baseline', `../${FILE}`, '--update-baseline', '..'])
      deepEqual(
        entries(folder).map(({ path, text }) => `${path}: ${text}`),
        [
          'docs/launch.md: completely safe',
          'docs/launch.md: erased every trace of the recipes',
          'notes.md: entirely without risk',
        ].sort(),
      )
      const first = readFileSync(join(folder, FILE), 'utf8')
      equal(first.split('\n').filter((line) => line.startsWith('    {"path"')).length, 3)
      await check(folder, '--update-baseline')
      equal(readFileSync(join(folder, FILE), 'utf8'), first)
    }))

  it('keeps the entries of documents that were not checked', () =>
    inFolder(before, async (folder) => {
      await check(folder, '--update-baseline')
      await check(folder, '--update-baseline', 'notes.md')
      equal(entries(folder).length, 3)
    }))

  it('keeps the entries of a document that could not be read', () =>
    inFolder(before, async (folder) => {
      await check(folder, '--update-baseline')
      writeFileSync(join(folder, 'notes.md'), '\0')
      equal((await check(folder, '--update-baseline')).code, 2)
      equal(entries(folder).length, 3)
    }))

  it('is pruned of what is gone, gets nothing new by it, and knows moved claims in their new place', () =>
    inFolder(before, async (folder) => {
      await check(folder, '--update-baseline')
      all(change('docs/launch.md', 'completely safe', 'entirely without risk'), move('notes.md', 'other.md'))(folder)
      const { code } = await check(folder, '--prune-baseline')
      equal(code, 1)
      deepEqual(
        entries(folder).map(({ path, text }) => `${path}: ${text}`),
        ['docs/launch.md: erased every trace of the recipes', 'other.md: entirely without risk'],
      )
    }))

  it('is not changed by a check, which says how many entries match nothing any more', () =>
    inFolder(before, async (folder) => {
      await check(folder, '--update-baseline')
      const first = readFileSync(join(folder, FILE), 'utf8')
      rmSync(join(folder, 'notes.md'))
      match((await check(folder)).stderr, /note: entries of known\.json that match no finding any more: 1;/)
      equal(readFileSync(join(folder, FILE), 'utf8'), first)
    }))

  it('counts what it holds', () =>
    inFolder(before, async (folder) => {
      await check(folder, '--update-baseline')
      const { stdout } = await runIn(folder, ['check', '--baseline', FILE])
      equal(stdout, 'No new findings in 2 files; not shown: 3 in the baseline\n')
    }))

  const refused = (title: string, message: RegExp, file: string | undefined, ...more: readonly string[]): void => {
    it(title, () =>
      inFolder({ ...before, ...(file === undefined ? {} : { [FILE]: file }) }, async (folder) => {
        const { code, stderr } = await runIn(folder, ['check', ...more])
        match(stderr, message)
        equal(code, 2)
        if (file === undefined) equal(existsSync(join(folder, FILE)), false)
        else equal(readFileSync(join(folder, FILE), 'utf8'), file)
      }),
    )
  }
  const update = ['--baseline', FILE, '--update-baseline']
  refused(
    'must be there',
    /known\.json: no such file or folder; --update-baseline writes it/,
    undefined,
    '--baseline',
    FILE,
  )
  refused('must be named', /go with --baseline FILE/, undefined, '--update-baseline')
  refused('must be JSON, and is left alone when it is not', /known\.json: this is not JSON/, '{"version": 1', ...update)
  refused('may hold marks of a merge, which are named', /a merge left its marks in it/, '{\n<<<<<<< ours\n', ...update)
  refused(
    'must be a baseline',
    /known\.json: this is no baseline of version 1: findings\.0\.rule/,
    '{"version":1,"findings":[{"path":"a"}]}',
    ...update,
  )
  refused('does not go with standard input', /goes without standard input/, undefined, '-', ...update)
})
