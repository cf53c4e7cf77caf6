import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { kindsOf } from '../../cli/commands/document-kinds.js'
import { changesIn } from '../../cli/files/changes.js'
import { card, launch } from './documents.js'
import { type Files, inFolder, runIn, runOn } from './workspace.js'

describe('proviso init', () => {
  const files: Files = { 'press/launch.md': launch, 'docs/card.md': card }
  const check = (
    title: string,
    args: readonly string[],
    answers: readonly string[] | undefined,
    written: readonly string[],
  ): void => {
    it(title, () =>
      inFolder(files, async (folder) => {
        const { code, stdout } = await runIn(folder, ['init', ...args], answers ? { answers } : {})
        equal(code, 0)
        match(stdout, /^Documents here: 2\n {6}1 {2}launch-post: \/press\/\*\*/)
        deepEqual(
          ['.proviso.yaml', '.proviso-baseline.json'].filter((name) => existsSync(join(folder, name))),
          written,
        )
      }),
    )
  }
  check('writes nothing where nobody can be asked', [], undefined, [])
  check('writes a configuration and a baseline with --yes', ['--yes'], undefined, [
    '.proviso.yaml',
    '.proviso-baseline.json',
  ])
  check('writes what somebody says yes to', [], ['y', 'n'], ['.proviso.yaml'])
  check('takes no answer for no', [], ['', ''], [])
  check('takes the end of the input for no', [], [], [])

  it('writes a configuration without problems, and a baseline that leaves nothing new', () =>
    inFolder(files, async (folder) => {
      await runIn(folder, ['init', '--yes'])
      const { code, stderr, stdout } = await runIn(folder, [
        'check',
        '--baseline',
        '.proviso-baseline.json',
        '--format',
        'compact',
      ])
      deepEqual({ code, stderr, stdout }, { code: 0, stderr: '', stdout: '' })
      deepEqual(parse(readFileSync(join(folder, '.proviso.yaml'), 'utf8')).overrides[0].files, ['/press/**'])
    }))

  it('leaves a configuration alone that is there', () =>
    inFolder({ ...files, '.proviso.yaml': 'rules: {}\n' }, async (folder) => {
      const { code, stderr } = await runIn(folder, ['init', '--yes'])
      deepEqual([code, stderr], [2, 'error: .proviso.yaml is here already\n'])
      equal(readFileSync(join(folder, '.proviso.yaml'), 'utf8'), 'rules: {}\n')
    }))

  it('finds nothing to propose a baseline for in an empty folder', async () => {
    const { stdout, code } = await runOn({}, ['init', '--yes'])
    equal(code, 0)
    match(stdout, /^Documents here: 0\n/)
    ok(!stdout.includes('baseline holds'))
  })

  it('knows kinds by the names of files and folders', () => {
    const kinds = (path: string) => kindsOf([{ shown: path }]).map(({ kind, files }) => `${kind} ${files}`)
    deepEqual(kinds('cards/wren-system-card.md'), ['system-card /cards/wren-system-card.md'])
    deepEqual(kinds('Press/2026/wren.md'), ['launch-post /Press/**'])
    deepEqual(kinds('legal/ai_bill.md'), ['policy-draft /legal/ai_bill.md'])
    deepEqual(kinds('a/b.md'), [])
  })
})

describe('proviso print-config', () => {
  const files: Files = {
    '.proviso.yaml': `extends: base.yaml
rules:
  framing/absolute-safety: info
overrides:
  - files: docs/**
    rules: { "training/*": hint }
ignores: docs/old.md
terms: { models: [Wren] }
`,
    'base.yaml': 'rules:\n  "*": error\n',
    'docs/a.md': '',
  }
  const print = async (...args: readonly string[]) =>
    JSON.parse((await runOn(files, ['print-config', ...args, '--format', 'json'])).stdout)

  it('says of each value where it comes from: the narrower name, the later file, the override', async () => {
    const { rules, config, terms, profile } = await print('docs/a.md')
    equal(config, '.proviso.yaml')
    deepEqual(rules, {
      'commitment/unverifiable-pledge': { value: 'error', from: 'base.yaml:2 (rules.*)' },
      'framing/absolute-safety': { value: 'info', from: '.proviso.yaml:3 (rules.framing/absolute-safety)' },
      'training/capability-removed': { value: 'hint', from: '.proviso.yaml:6 (overrides.0.rules.training/*)' },
    })
    deepEqual(terms.models, { value: ['Wren'], from: '.proviso.yaml:8 (terms.models)' })
    deepEqual(profile, { value: 'inferred', from: 'the text of the document' })
  })

  it('decides as check does, for any document', async () => {
    for (const path of ['docs/a.md', 'b.md']) {
      const { rules } = await print(path)
      await inFolder({ ...files, [path]: launch }, async (folder) => {
        const { stdout } = await runIn(folder, ['check', '--format', 'json', '--fail-on', 'never', path])
        for (const { rule, severity } of JSON.parse(stdout).files[0].findings)
          equal(severity, rules[rule].value, `${path} ${rule}`)
      })
    }
  })

  it('says when a document is left out, and by what', async () => {
    deepEqual((await print('docs/old.md')).ignored, { value: true, from: '.proviso.yaml:7 (ignores)' })
    deepEqual((await print('docs/a.md')).ignored, { value: false, from: 'built in' })
  })

  it('prints YAML that is a configuration, with the origins as comments', async () => {
    const { stdout } = await runOn(files, ['print-config', 'docs/a.md'])
    equal(parse(stdout).rules['framing/absolute-safety'], 'info')
    match(stdout, /^# docs\/a\.md: the configuration is \.proviso\.yaml\n/)
    const { code, stderr } = await runOn({ '.proviso.yaml': stdout, 'a.md': '' }, ['check'])
    deepEqual([code, stderr], [0, ''])
  })

  it('knows of options and of no configuration', async () => {
    equal((await print('docs/a.md', '--no-config')).config, null)
    deepEqual((await print('docs/a.md', '--profile', 'general')).profile, { value: 'general', from: '--profile' })
    equal((await print('docs/a.md', '--config', 'base.yaml')).rules['framing/absolute-safety'].value, 'error')
  })

  it('ends with 2 when the configuration is broken, and says why', async () => {
    const { code, stderr } = await runOn({ '.proviso.yaml': 'rules: 3\n' }, ['print-config', 'a.md'])
    equal(code, 2)
    match(stderr, /^error: \.proviso\.yaml:1:8/)
  })
})

describe('--statistics', () => {
  it('counts by rule, document and section, and for each 1,000 words', async () => {
    const { stdout, code } = await runOn({ 'a.md': launch, 'b.md': card }, [
      'check',
      '--statistics',
      '--format',
      'json',
    ])
    const { total, rules, files, sections } = JSON.parse(stdout)
    deepEqual(total, { files: 2, words: 53, findings: 3, perThousandWords: 56.6 })
    deepEqual(
      rules.map(({ findings }: { findings: number }) => findings),
      [1, 1, 1],
    )
    deepEqual(files, [
      { path: 'a.md', findings: 3, words: 40, perThousandWords: 75 },
      { path: 'b.md', findings: 0, words: 13, perThousandWords: 0 },
    ])
    deepEqual(sections, [{ path: 'a.md', section: 'Lark 4 is here', findings: 3 }])
    equal(code, 1)
  })

  it('says nothing of a density where there are no words', async () => {
    const { stdout } = await runOn({ 'a.md': '' }, ['check', '--statistics', '--format', 'json'])
    equal(JSON.parse(stdout).total.perThousandWords, null)
  })

  it('goes with no format that has no place for it', async () => {
    const { code, stderr } = await runOn({ 'a.md': '' }, ['check', '--statistics', '--format', 'sarif'])
    deepEqual([code, stderr], [2, 'error: --statistics goes with --format pretty or json\n'])
  })
})

describe('--watch', () => {
  it('checks again when something has changed, and ends with the last code', () =>
    inFolder({ 'a.md': 'Lark is completely safe.\n', 'b.md': 'Lunch.\n' }, async (folder) => {
      const changes = async function* () {
        writeFileSync(join(folder, 'b.md'), launch)
        yield
        writeFileSync(join(folder, 'a.md'), 'Lunch.\n')
        writeFileSync(join(folder, 'b.md'), 'Lunch.\n')
        yield
      }
      const { stdout, code } = await runIn(folder, ['check', '--watch', '--format', 'compact'], { changes })
      const found = stdout
        .split('\n')
        .map((line) => line.slice(0, 4))
        .filter(Boolean)
      deepEqual(found, ['a.md', 'a.md', 'b.md', 'b.md', 'b.md'])
      equal(code, 0)
    }))

  it('hears of a document that changes, and of nothing else', () =>
    inFolder({ 'docs/a.md': '', 'docs/a.png': '', '.git/x.md': '' }, async (folder) => {
      const changes = changesIn(['.'], folder)[Symbol.asyncIterator]()
      let heard = 0
      const next = changes.next().then(() => {
        heard++
      })
      for (const path of ['docs/a.png', '.git/x.md']) writeFileSync(join(folder, path), 'x')
      // The watcher of a system tells in order: what is heard first is of the document.
      writeFileSync(join(folder, 'docs/a.md'), 'x')
      await next
      equal(heard, 1)
      await changes.return?.()
    }))

  it('goes without standard input and without a file for the report', async () => {
    equal((await runOn({}, ['check', '-', '--watch'])).code, 2)
    equal((await runOn({}, ['check', '--watch', '-o', 'x'])).code, 2)
  })
})
