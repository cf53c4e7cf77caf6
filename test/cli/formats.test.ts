import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parseStringPromise } from 'xml2js'
import { formats } from '../../cli/reports/report.js'
import { launch, suppressed } from './documents.js'
import { type Circumstances, type Files, inFolder, runIn, runOn } from './workspace.js'

/** A path and words with every character that one of the formats must escape. */
const odd = 'a b/ü%,:&"<1>.md'
const oddText = `# A | B & "C"

=Lark| is <completely \`safe\`>, said @someone & 模型 😀 100%: the model is completely safe.\u0001
`
const files: Files = { 'docs/launch.md': launch, 'notes.md': suppressed, [odd]: oddText, 'clean.md': 'Lunch.\n' }
/** Each of them has one warning. */
const manyFiles = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [`${at + 10}.md`, 'Lark is completely safe.\n']),
)

const check = async (format: string, on: Files = files, around: Circumstances = {}, ...more: readonly string[]) =>
  (await runOn(on, ['check', '--format', format, ...more], around)).stdout

const text = { type: 'string', minLength: 1 }
const whole = { type: 'integer', minimum: 1 }
const object = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
})

function fits(value: unknown, schema: object): void {
  const validate = new Ajv({ strict: false }).compile(schema)
  ok(validate(value), JSON.stringify(validate.errors, null, 2))
}

describe('every format', () => {
  it('leaves the exit code as it is, also into a file', async () => {
    for (const format of formats) {
      for (const [on, code] of [
        [files, 1],
        [{ 'clean.md': 'Lunch.\n' }, 0],
        [{ 'b.md': '\0' }, 2],
      ] as const) {
        for (const output of [[], ['--output-file', 'report.out']]) {
          equal((await runOn(on, ['check', '--format', format, ...output])).code, code, `${format} ${output}`)
        }
      }
    }
  })

  it('says the same into a file as to standard output', () =>
    inFolder(files, async (folder) => {
      for (const format of formats) {
        await runIn(folder, ['check', '--format', format, '--output-file', 'out'])
        const { stdout } = await runIn(folder, ['check', '--format', format], { columns: 100 })
        equal(readFileSync(join(folder, 'out'), 'utf8'), stdout, format)
      }
    }))

  it('names every document with a finding and each rule that was found', async () => {
    for (const format of formats) {
      const report = await check(format)
      ok(report.includes('docs/launch.md'), format)
      for (const rule of ['framing/absolute-safety', 'training/capability-removed']) ok(report.includes(rule), format)
    }
  })
})

describe('--format github', () => {
  const lines = async (...args: Parameters<typeof check>) => (await check(...args)).trimEnd().split('\n')

  it('gives each finding as an annotation with file, lines, columns and rule', async () => {
    const [first] = await lines('github', { 'a.md': 'Lark is completely safe.\n' })
    equal(
      first,
      `::warning file=a.md,line=1,endLine=1,col=9,endColumn=24,title=framing/absolute-safety::${first?.split('::')[2]}`,
    )
  })

  it('gives no columns where the words stand on several lines, since GitHub marks columns in one line only', async () => {
    const found = (await lines('github')).find((line) => line.includes('training/capability-removed'))
    match(found ?? '', /line=6,endLine=7,title=/)
  })

  it('escapes what GitHub reads as its own: %, line ends, and : and , in properties', async () => {
    const found = (await lines('github')).find((line) => line.includes('a b/'))
    match(found ?? '', /^::warning file=a b\/ü%25%2C%3A&"<1>\.md,line=3/)
  })

  it('has errors first, then warnings, then the rest', async () => {
    const order = (await lines('github')).map((line) => /^::(\w+)/.exec(line)?.[1]).filter(Boolean)
    deepEqual(order, ['error', 'warning', 'warning', 'warning', 'notice', 'notice'])
  })

  it('annotates at most ten of a level and says how many it left out', async () => {
    const all = await lines('github', manyFiles)
    equal(all.filter((line) => line.startsWith('::warning')).length, 10)
    ok(
      all.includes(
        '14 warnings more, not annotated: GitHub shows 10 of each level in a step. --format pretty or sarif shows all.',
      ),
    )
    equal(all.at(-1), '24 findings (24 warnings) in 24 of 24 files')
  })

  it('counts what could not be checked among the ten errors', async () => {
    const broken = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, '\0']))
    const all = await lines('github', { ...broken, 'launch.md': launch })
    equal(all.filter((line) => line.startsWith('::error')).length, 10)
    ok(
      all.some((line) => line.startsWith('3 errors more')),
      all.join('\n'),
    )
  })
})

describe('--format gitlab', () => {
  const issue = object({
    description: text,
    check_name: text,
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{40}$' },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: object({ path: text, lines: object({ begin: whole, end: whole }) }),
  })
  type Issue = { description: string; check_name: string; fingerprint: string; location: { path: string } }
  const issues = async (on: Files = files) => JSON.parse(await check('gitlab', on)) as Issue[]

  it('has all that GitLab reads of an issue', async () =>
    fits(await issues(), { type: 'array', items: issue, minItems: 5 }))
  it('is an empty list where nothing is found', async () => deepEqual(await issues({ 'a.md': '' }), []))
  it('says the rule in the description too, since the widget hides check_name', async () => {
    for (const { description, check_name } of await issues()) ok(description.startsWith(`${check_name}: `))
  })
  it('gives each issue a fingerprint of its own, which stays when lines are put before it', async () => {
    const same = {
      'a.md': 'Lark is completely safe.\n\nLark is completely safe.\n',
      'b.md': 'Lark is completely safe.\n',
    }
    const prints = (await issues(same)).map(({ fingerprint }) => fingerprint)
    equal(new Set(prints).size, 3)
    const moved = Object.fromEntries(Object.entries(same).map(([path, words]) => [path, `Lunch.\n\n${words}`]))
    deepEqual(
      (await issues(moved)).map(({ fingerprint }) => fingerprint),
      prints,
    )
  })
})

describe('XML formats', () => {
  interface Node {
    readonly $: Record<string, string>
    readonly [child: string]: unknown
  }
  const parsed = async (format: string, ...more: string[]) =>
    (await parseStringPromise(await check(format, files, {}, ...more))) as Record<string, Node>
  const children = (node: Node | undefined, name: string) => (node?.[name] ?? []) as Node[]

  it('junit: a suite for each document, a case for each finding, and sums that are right', async () => {
    const { testsuites } = await parsed('junit')
    const suites = children(testsuites, 'testsuite')
    deepEqual(
      suites.map(({ $ }) => $.name),
      [odd, 'clean.md', 'docs/launch.md', 'notes.md'],
    )
    const sum = (attribute: string) => suites.reduce((all, { $ }) => all + Number($[attribute]), 0)
    for (const attribute of ['tests', 'failures', 'errors']) equal(Number(testsuites?.$[attribute]), sum(attribute))
    for (const suite of suites) {
      const cases = children(suite, 'testcase')
      equal(cases.length, Number(suite.$.tests))
      equal(cases.filter((one) => one.failure).length, Number(suite.$.failures))
      for (const { $ } of cases) ok($.classname && $.name)
    }
  })

  it('junit: a finding below --fail-on is a case that passes, with its words as output', async () => {
    const failures = async (...more: string[]) => Number((await parsed('junit', ...more)).testsuites?.$.failures)
    equal(await failures(), 4)
    equal(await failures('--fail-on', 'error'), 1)
    equal(await failures('--fail-on', 'never'), 0)
  })

  it('junit: a document that cannot be checked is an error', async () => {
    const { testsuites } = await parsed('junit', '.', 'missing.md')
    equal(testsuites?.$.errors, '1')
  })

  it('checkstyle: files with their errors, and only levels that Checkstyle has', async () => {
    const { checkstyle } = await parsed('checkstyle')
    ok(checkstyle?.$.version)
    deepEqual(
      children(checkstyle, 'file').map(({ $ }) => $.name),
      [odd, 'docs/launch.md', 'notes.md'],
    )
    for (const { $ } of children(checkstyle, 'file').flatMap((file) => children(file, 'error'))) {
      ok(Number($.line) >= 1 && Number($.column) >= 1 && $.message && $.source)
      ok(['error', 'warning', 'info', 'ignore'].includes($.severity ?? ''))
    }
  })

  it('hold words that XML has no way to write', async () => {
    const { testsuites } = await parsed('junit')
    ok(JSON.stringify(testsuites).includes(JSON.stringify(odd).slice(1, -1)))
    equal((await check('junit', { 'a.md': 'Lark\u0002 is completely\u0001 safe.\n' })).includes('\u0001'), false)
  })
})

describe('--format rdjson', () => {
  const position = object({ line: whole, column: whole })
  const range = object({ start: position, end: position })
  const schema = object({
    source: object({ name: text }),
    diagnostics: {
      type: 'array',
      items: object(
        {
          message: text,
          location: object({ path: text, range }, ['range']),
          severity: { enum: ['ERROR', 'WARNING', 'INFO', 'UNKNOWN_SEVERITY'] },
          code: object({ value: text }),
          suggestions: { type: 'array', items: object({ range, text: { type: 'string' } }) },
        },
        ['code', 'suggestions'],
      ),
    },
  })

  it('has the fields of the Diagnostic Format and no others', async () => {
    fits(JSON.parse(await check('rdjson', files, {}, '.', 'missing.md')), schema)
    fits(JSON.parse(await check('rdjson', { 'a.md': '' })), schema)
  })

  it('counts columns in bytes of UTF-8', async () => {
    const { diagnostics } = JSON.parse(await check('rdjson', { 'a.md': '模型 😀 Lark is completely safe.\n' }))
    deepEqual(diagnostics[0].location.range, { start: { line: 1, column: 21 }, end: { line: 1, column: 36 } })
  })

  it('offers the edit that takes an unused directive away', async () => {
    const unused = '<!-- proviso-disable-next-line framing/absolute-safety -- no -->\nLunch.\n'
    const { diagnostics } = JSON.parse(await check('rdjson', { 'a.md': unused }))
    deepEqual(
      diagnostics[0].suggestions.map((one: { text: string }) => one.text),
      [''],
    )
  })
})

describe('--format csv', () => {
  it('has a head, CRLF, and as many cells in each row', async () => {
    const rows = cellsOf(await check('csv'))
    deepEqual(new Set(rows.map((row) => row.length)), new Set([11]))
    equal(rows[0]?.join(), 'path,line,column,end_line,end_column,severity,rule,message,text,section,fingerprint')
    equal(rows[1]?.[0], odd)
  })

  it('lets no words of a document run as a formula', async () => {
    const rows = cellsOf(await check('csv', { '=1+1.md': launch }))
    for (const row of rows.slice(1)) equal(row[0], "'=1+1.md")
  })
})

describe('--format markdown', () => {
  it('lets no words of a document be markup, leave their cell, or call somebody', async () => {
    const report = await check('markdown', { 'a.md': 'Lark | <b>is completely safe @someone\n' })
    for (const row of report.split('\n').filter((line) => line.startsWith('| 1 |'))) {
      equal(row.replaceAll('\\|', '').split('|').length, 7)
      equal(/<b>|@someone/.test(row), false)
    }
  })

  it('says what could not be checked', async () =>
    match(await check('markdown', files, {}, 'missing.md'), /- missing\.md: no such file or folder/))
})

describe('--format jsonl', () => {
  it('is a line for each document between head and end, each an object of its own', async () => {
    const records = (await check('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    deepEqual(
      records.map(({ kind }) => kind),
      ['run', 'file', 'file', 'file', 'file', 'end'],
    )
    deepEqual(records[0], { kind: 'run', version: 1, tool: { name: 'proviso', version: '1.2.3' } })
    deepEqual(records.at(-1).summary, { files: 4, errors: 1, warnings: 3, infos: 1, hints: 0 })
  })

  it('says of a finding all that --format json says', async () => {
    const [lines, whole] = [await check('jsonl'), JSON.parse(await check('json'))]
    const records = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'file')
    records.forEach(({ findings }, at) => {
      findings.forEach((finding: object, number: number) => {
        deepEqual({ ...finding, ...whole.files[at].findings[number] }, finding)
      })
    })
  })
})

/** A reader of RFC 4180. */
function cellsOf(csv: string): string[][] {
  ok(csv.endsWith('\r\n'))
  return csv
    .slice(0, -2)
    .split(/\r\n(?=(?:[^"]|"[^"]*")*$)/)
    .map((row) =>
      [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((cell) =>
        (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'),
      ),
    )
}
