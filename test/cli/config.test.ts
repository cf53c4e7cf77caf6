import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { readConfig } from '../../engine/config/read-config.js'
import { launch } from './documents.js'
import { type Files, inFolder, runIn, runOn } from './workspace.js'

interface Found {
  readonly rule: string
  readonly severity: string
}

/** Rules with their severities, by file. */
async function found(files: Files, args: readonly string[] = []): Promise<Record<string, string[]>> {
  const { stdout } = await runOn(files, ['check', '--format', 'json', ...args])
  const report = JSON.parse(stdout) as { files: { path: string; findings: Found[] }[] }
  return Object.fromEntries(
    report.files.map(({ path, findings }) => [path, findings.map(({ rule, severity }) => `${severity} ${rule}`)]),
  )
}

const check = async (config: string, expected: readonly string[]): Promise<void> => {
  deepEqual(await found({ 'launch.md': launch, '.proviso.yaml': config }), { 'launch.md': expected })
}

const usual = [
  'warning framing/absolute-safety',
  'info commitment/unverifiable-pledge',
  'error training/capability-removed',
]

describe('the configuration', () => {
  it('is not needed', () => check('', usual))

  it('sets the severity of a rule, or switches it off', () =>
    check('rules:\n  framing/absolute-safety: hint\n  training/capability-removed: off\n', [
      'hint framing/absolute-safety',
      'info commitment/unverifiable-pledge',
    ]))

  it('sets groups and all rules, and the narrower name wins wherever it stands', () =>
    check('rules:\n  framing/absolute-safety: error\n  framing/*: off\n  "*": hint\n', [
      'error framing/absolute-safety',
      'hint commitment/unverifiable-pledge',
      'hint training/capability-removed',
    ]))

  it('overrides for some files, and later entries win', async () => {
    const config =
      'rules: { "*": off }\noverrides:\n  - { files: posts/**, rules: { framing/*: info } }\n  - { files: [new.md], rules: { framing/*: error } }\n'
    const files = { '.proviso.yaml': config, 'a.md': launch, 'posts/b.md': launch, 'posts/new.md': launch }
    deepEqual(await found(files), {
      'a.md': [],
      'posts/b.md': ['info framing/absolute-safety'],
      'posts/new.md': ['error framing/absolute-safety'],
    })
  })

  it('that is nearest wins, without a mixture', async () => {
    const files = {
      '.proviso.yaml': 'rules: { "*": off }\n',
      'a.md': launch,
      'sub/.proviso.yaml': '',
      'sub/deep/b.md': launch,
    }
    deepEqual(await found(files), { 'a.md': [], 'sub/deep/b.md': usual })
  })

  it('is not looked for above the top of the repository', async () => {
    const files = { '.proviso.yaml': 'rules: { "*": off }\n', 'inner/.git/HEAD': '', 'inner/a.md': launch }
    deepEqual(await found(files, ['inner/a.md']), { 'inner/a.md': usual })
  })

  it('builds on other files, with their own paths', async () => {
    const files = {
      'shared/base.yaml': 'rules: { "*": hint }\noverrides:\n  - { files: a.md, rules: { "*": off } }\n',
      '.proviso.yaml': 'extends: shared/base.yaml\nrules: { framing/*: error }\n',
      'a.md': launch,
    }
    deepEqual(await found(files), {
      'a.md': [
        'error framing/absolute-safety',
        'hint commitment/unverifiable-pledge',
        'hint training/capability-removed',
      ],
    })
  })

  it('says when it extends itself or a file that is not there', async () => {
    const around = await runOn(
      { '.proviso.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: .proviso.yaml\n', 'a.md': '' },
      ['check'],
    )
    match(around.stderr, /b\.yaml:1:10: extends: \.proviso\.yaml leads back/)
    const missing = await runOn({ '.proviso.yaml': 'rules: {}\nextends:\n  - nowhere.yaml\n', 'a.md': '' }, ['check'])
    match(missing.stderr, /\.proviso\.yaml:3:5: extends: nowhere\.yaml: no such file/)
    deepEqual([around.code, missing.code], [2, 2])
  })

  it('leaves files out, and says so for one that was named', async () => {
    const files = { '.proviso.yaml': 'ignores: [old/, "*.txt"]\n', 'a.md': launch, 'b.txt': launch, 'old/c.md': launch }
    deepEqual(Object.keys(await found(files)), ['a.md'])
    const { code, stderr } = await runOn(files, ['check', 'old/c.md'])
    equal(code, 0)
    match(stderr, /note: old\/c\.md: not checked, since the configuration ignores it/)
  })

  it('can be named, and holds for all files then', async () => {
    const files = {
      'ci/strict.yaml': 'rules: { "*": error }\n',
      'sub/.proviso.yaml': 'rules: { "*": off }\n',
      'sub/a.md': 'Lark is completely safe.\n',
    }
    deepEqual(await found(files, ['--config', 'ci/strict.yaml']), { 'sub/a.md': ['error framing/absolute-safety'] })
  })

  it('adds rules of your own', async () => {
    const rule = (id: string, phrase: string): string =>
      `id: ${id}\ntitle: T\nseverity: info\nlimitations: []\nwhat: W\nwhy: W\ninstead: I\nmessage: M\nphrases: ["${phrase}"]\nexamples: { flag: [], clean: [] }\n`
    const files = {
      '.proviso.yaml': 'packs: [ours]\nrules: { tone/thrilled: error }\n',
      'ours/thrilled.yaml': rule('tone/thrilled', 'thrilled to announce'),
      'ours/proud.yaml': rule('tone/proud', '$no.such.concept'),
      'a.md': 'We are thrilled to announce our AI model.\n\nLark is completely safe.\n',
    }
    deepEqual(await found(files), { 'a.md': ['error tone/thrilled', 'warning framing/absolute-safety'] })
    const { code, stderr } = await runOn(files, ['check'])
    equal(code, 2)
    match(stderr, /ours\/proud\.yaml:9:\d+: no concept is called 'no\.such\.concept'/)
  })

  it('gives the same verdict from every folder', () =>
    inFolder(
      { '.proviso.yaml': 'overrides:\n  - { files: sub/*.md, rules: { "*": off } }\n', 'sub/a.md': launch },
      async (folder) => {
        equal((await runIn(folder, ['check'])).code, 0)
        equal((await runIn(join(folder, 'sub'), ['check', 'a.md'])).code, 0)
      },
    ))
})

describe('reading a configuration', () => {
  it('never throws, and every place is in the text', () => {
    const piece = fc.constantFrom(
      'rules',
      'overrides',
      'files',
      ': ',
      '\n',
      '\r\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      'off',
      '*',
      '&a ',
      '*a',
      '"',
      '#',
      '0',
      'null',
      'terms',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const rows = text.split('\n').length
        return readConfig('f', text).problems.every(({ line, column }) => line >= 1 && line <= rows && column >= 1)
      }),
    )
  })
})
