import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixText, writeFixed } from '../../cli/fix/fix-file.js'
import { builtInProject } from '../../engine/config/project.js'
import { type Files, inFolder, type Outcome, runIn } from '../cli/workspace.js'
import { product } from '../product.js'

const CLAIM = '# An AI model\n\nOur guardrails cannot be bypassed.\n'
const UNUSED = '<!-- proviso-disable-next-line framing/absolute-safety -- agreed -->\nNothing.\n'

interface Done extends Outcome {
  readonly folder: string
  readonly textOf: (path: string) => string
}

/** Runs `proviso check` with the real rules on files, in a folder made for it. */
function check(files: Files, args: readonly string[], use: (done: Done) => void, stdin = ''): Promise<void> {
  return inFolder(files, async (folder) => {
    const outcome = await runIn(folder, ['check', ...args], { loadPack: product, stdin })
    use({ ...outcome, folder, textOf: (path) => readFileSync(join(folder, path), 'utf8') })
  })
}

describe('check --fix', () => {
  it('removes what is harmless, and leaves claims alone', () =>
    check({ 'a.md': CLAIM + UNUSED }, ['--fix', 'a.md'], ({ textOf, stderr, code }) => {
      equal(textOf('a.md'), `${CLAIM}Nothing.\n`)
      match(stderr, /fixed: 1 leftover removed in 1 file/)
      equal(code, 1)
    }))
  it('cites with =cite, and what is reported is what is left', () =>
    check({ 'a.md': CLAIM }, ['--fix=cite', 'a.md'], ({ textOf, stdout, code }) => {
      match(textOf('a.md'), /bypassed\.\[\^janku2024-p17\]\n\n\[\^janku2024-p17\]: Janků/)
      match(stdout, /No findings in 1 file/)
      equal(code, 0)
    }))
  it('takes the path behind it for a path', () =>
    check({ 'docs/a.md': CLAIM }, ['--fix', 'docs'], ({ stdout }) => match(stdout, /docs\/a\.md/)))
  it('changes nothing in a second run', () =>
    inFolder({ 'a.md': CLAIM + UNUSED }, async (folder) => {
      await runIn(folder, ['check', '--fix=cite'], { loadPack: product })
      const once = readFileSync(join(folder, 'a.md'), 'utf8')
      const { stderr } = await runIn(folder, ['check', '--fix=cite'], { loadPack: product })
      equal(readFileSync(join(folder, 'a.md'), 'utf8'), once)
      match(stderr, /nothing to fix/)
    }))
  it('keeps the mode, the line ends, the mark at the beginning and the encoding of a file', () =>
    inFolder(
      { 'a.md': `\uFEFF${CLAIM.replaceAll('\n', '\r\n')}`, 'b.md': Buffer.from(`\uFEFF${CLAIM}`, 'utf16le') },
      async (folder) => {
        const a = join(folder, 'a.md')
        chmodSync(a, 0o640)
        await runIn(folder, ['check', '--fix=cite'], { loadPack: product })
        equal(statSync(a).mode & 0o777, 0o640)
        const text = readFileSync(a, 'utf8')
        ok(text.startsWith('\uFEFF# An'))
        ok(text.includes('[^janku2024-p17]\r\n') && !text.replaceAll('\r\n', '').includes('\n'))
        match(readFileSync(join(folder, 'b.md')).toString('utf16le'), /^\uFEFF# An[\s\S]*p17\]: Jank/)
      },
    ))
  it('writes to what a link leads to', () =>
    inFolder({ 'a.md': CLAIM }, async (folder) => {
      symlinkSync('a.md', join(folder, 'b.md'))
      await runIn(folder, ['check', '--fix=cite', 'b.md'], { loadPack: product })
      match(readFileSync(join(folder, 'a.md'), 'utf8'), /p17\]/)
    }))
  it('refuses to write where the text is not what was checked', () =>
    inFolder({ 'a.md': CLAIM }, (folder) => {
      const path = join(folder, 'a.md')
      const target = { path, shown: 'a.md', named: true, read: () => ({ text: CLAIM }) }
      const fixed = fixText({ target, project: builtInProject(product()) }, CLAIM, 'cite', (all) => all)
      writeFileSync(path, `${CLAIM}Somebody wrote on.\n`)
      match(writeFixed(fixed) ?? '', /^a\.md: not fixed: the file changed while it was checked$/)
      equal(readFileSync(path, 'utf8'), `${CLAIM}Somebody wrote on.\n`)
    }))
  it('lists the claims that it cannot cite, with their places', () =>
    check(
      { 'a.md': '# An AI model\n\n[Our guardrails cannot be bypassed. More of it](https://example.org) is there.\n' },
      ['--fix=cite', 'a.md'],
      ({ stderr }) => match(stderr, /a\.md:3:\d+: training\/safeguard-permanent is not cited: .* outside of a link/),
    ))
  it('goes without standard input, unless nothing is written', async () => {
    await check({}, ['--fix', '-'], ({ stderr, code }) => {
      match(stderr, /--fix writes files/)
      equal(code, 2)
    })
    await check({}, ['--fix=cite', '--dry-run', '-'], ({ stdout }) => match(stdout, /^\+Our guardrails.*\[\^/m), CLAIM)
  })
})

describe('check --fix --dry-run', () => {
  it('shows a difference that git can apply, and writes nothing', () =>
    inFolder({ 'docs/a.md': CLAIM + UNUSED, 'docs/b.md': 'Nothing.\n' }, async (folder) => {
      const { stdout } = await runIn(folder, ['check', '--fix=cite', '--dry-run', '-o', 'report.txt'], {
        loadPack: product,
      })
      equal(readFileSync(join(folder, 'docs/a.md'), 'utf8'), CLAIM + UNUSED)
      const applied = spawnSync('git', ['apply', '-p1', '-'], { cwd: folder, input: stdout, encoding: 'utf8' })
      equal(applied.stderr, '')
      match(readFileSync(join(folder, 'docs/a.md'), 'utf8'), /p17\]\nNothing\.\n/)
    }))
  it('is what --diff does too', () =>
    check({ 'a.md': CLAIM }, ['--fix=cite', '--diff'], ({ stdout, textOf }) => {
      match(stdout, /^\+\+\+ b\/a\.md/m)
      equal(textOf('a.md'), CLAIM)
    }))
  it('goes with --fix only', () =>
    check({}, ['--dry-run'], ({ stderr, code }) => {
      match(stderr, /--dry-run and --diff go with --fix/)
      equal(code, 2)
    }))
})

describe('check --fix=cite with a bibliography', () => {
  const qmd = (named: string): string => `---\nbibliography: ${named}\n---\n\n${CLAIM}`
  const other = '@article{smith2020,\n  title = {One},\n}\n'

  it('adds the report to the file, once, and leaves the rest of it as it is', () =>
    check(
      { 'a.qmd': qmd('refs.bib'), 'b.qmd': qmd('"refs.bib"'), 'refs.bib': other },
      ['--fix=cite'],
      ({ textOf, stderr }) => {
        match(textOf('a.qmd'), /bypassed \[@janku2024, p\. 17\]\.\n$/)
        ok(textOf('refs.bib').startsWith(`${other}\n@techreport{janku2024,`))
        equal(textOf('refs.bib').match(/janku2024/g)?.length, 1)
        match(stderr, /refs\.bib: the report is added/)
      },
    ))
  it('leaves a file alone that has the key', () =>
    check({ 'a.qmd': qmd('refs.bib'), 'refs.bib': '@book{janku2024,\n}\n' }, ['--fix=cite'], ({ textOf }) =>
      equal(textOf('refs.bib'), '@book{janku2024,\n}\n'),
    ))
  it('adds to CSL-JSON', () =>
    check(
      { 'a.qmd': qmd('[refs.json]'), 'refs.json': '[\n  {"id": "smith2020"}\n]\n' },
      ['--fix=cite'],
      ({ textOf }) => {
        ok(textOf('refs.json').startsWith('[\n  {"id": "smith2020"},\n'))
        deepEqual(
          JSON.parse(textOf('refs.json')).map(({ id }: { id: string }) => id),
          ['smith2020', 'janku2024'],
        )
      },
    ))
  it('makes a file that is named and not there', () =>
    check({ 'a.qmd': qmd('\n  - refs.bib') }, ['--fix=cite'], ({ textOf }) =>
      match(textOf('refs.bib'), /^@techreport\{janku2024/),
    ))
  it('uses the file of the configuration', () =>
    check({ 'docs/a.md': CLAIM, '.proviso.yaml': 'bibliography: all.bib\n' }, ['--fix=cite'], ({ textOf, folder }) => {
      match(textOf('docs/a.md'), /\[@janku2024, p\. 17\]/)
      ok(existsSync(join(folder, 'all.bib')))
    }))
  it('says what is left to the writer where the file is of another kind', () =>
    check({ 'a.qmd': qmd('refs.yaml'), 'refs.yaml': 'references: []\n' }, ['--fix=cite'], ({ stderr, textOf }) => {
      match(stderr, /a\.qmd: janku2024 is not added to refs\.yaml: only \.bib and CSL-JSON/)
      equal(textOf('refs.yaml'), 'references: []\n')
    }))
  it('only shows it in a dry run', () =>
    check({ 'a.qmd': qmd('refs.bib'), 'refs.bib': other }, ['--fix=cite', '--dry-run'], ({ stdout, textOf }) => {
      match(stdout, /\+\+\+ b\/refs\.bib/)
      equal(textOf('refs.bib'), other)
    }))
  it('adds to the .bib of a LaTeX document', () =>
    check(
      { 'a.tex': '\\section{An AI model}\n\nOur guardrails cannot be bypassed.\n\n\\bibliography{refs}\n' },
      ['--fix=cite', 'a.tex'],
      ({ textOf }) => {
        match(textOf('a.tex'), /bypassed~\\cite\[p\.~17\]\{janku2024\}\./)
        match(textOf('refs.bib'), /janku2024/)
      },
    ))
})

describe('the configuration of citations', () => {
  it('sets the style', () =>
    check({ 'a.md': CLAIM, '.proviso.yaml': 'citation: text\n' }, ['--fix=cite'], ({ textOf }) =>
      match(textOf('a.md'), /bypassed \(Janků et al\. n\.d\., p\. 17\)\./),
    ))
  it('names the styles that there are', () =>
    check({ 'a.md': '', '.proviso.yaml': 'citation: endnote\n' }, [], ({ stderr, code }) => {
      match(
        stderr,
        /\.proviso\.yaml:1:11: citation: no such value \(expected one of footnote, pandoc, latex, link, text\)/,
      )
      equal(code, 2)
    }))
  it('has no key without effect', () =>
    check(
      { 'a.md': '', '.proviso.yaml': 'bibliography: a.bib\nwaivers: w.yaml\nreferences: ieee\n' },
      [],
      ({ stderr }) => doesNotMatch(stderr, /no effect/),
    ))
  it('leaves no other file behind', () =>
    check({ 'a.md': CLAIM }, ['--fix=cite'], ({ folder }) => deepEqual(readdirSync(folder).sort(), ['.git', 'a.md'])))
})
