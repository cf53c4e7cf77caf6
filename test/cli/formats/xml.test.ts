import { deepEqual, equal, ok } from 'node:assert/strict'
import { parseStringPromise } from 'xml2js'
import { check, files, odd } from './format.js'

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
