import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { launch, suppressed } from './documents.js'
import { here } from './fixture.js'
import { runOn } from './workspace.js'

interface Log {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly [Run]
}

interface Run {
  readonly tool: { readonly driver: Driver }
  readonly results: readonly Result[]
  readonly columnKind: string
  readonly automationDetails: { readonly id: string }
  readonly invocations: readonly [
    { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] },
  ]
}

interface Driver {
  readonly name: string
  readonly version: string
  readonly semanticVersion: string
  readonly rules: readonly SarifRule[]
}

interface SarifRule {
  readonly id: string
  readonly name: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly defaultConfiguration: { readonly level: string }
  readonly properties: Record<string, unknown>
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [
    { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } },
  ]
  readonly partialFingerprints: Record<string, string>
}

const files = { 'docs/launch.md': launch, 'a b/ünï#1.md': 'Lark is completely safe.\n', 'notes.md': suppressed }

async function sarif(...args: readonly string[]): Promise<{ log: Log; run: Run }> {
  const { stdout } = await runOn(files, ['check', '--format', 'sarif', ...args])
  const log = JSON.parse(stdout) as Log
  return { log, run: log.runs[0] }
}

const filled = (text: string | undefined, most = Number.POSITIVE_INFINITY): void =>
  ok(text && text.length > 0 && text.length <= most)

describe('the SARIF report', () => {
  const schema = join(here, '../../../shared/schemas/sarif-2.1.0.json')
  const absent = existsSync(schema) ? '' : ' (skipped: not here)'

  it(`is valid by the schema of SARIF 2.1.0${absent}`, async function () {
    if (absent) this.skip()
    const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(readSchema(schema))
    const { log } = await sarif('docs', 'a b', 'missing.md')
    ok(validate(log), JSON.stringify(validate.errors, null, 2))
  })

  it('has what GitHub requires of a log and of the tool', async () => {
    const { log, run } = await sarif()
    filled(log.$schema)
    equal(log.version, '2.1.0')
    equal(log.runs.length, 1)
    const { name, version, semanticVersion } = run.tool.driver
    deepEqual([name, version, semanticVersion], ['Proviso', '1.2.3', '1.2.3'])
    equal(run.columnKind, 'utf16CodeUnits')
    equal(run.automationDetails.id, 'proviso/')
  })

  it('has what GitHub requires of each rule, and lists all of them', async () => {
    const { run } = await sarif('notes.md')
    equal(run.tool.driver.rules.length, 3)
    for (const rule of run.tool.driver.rules) {
      filled(rule.id)
      filled(rule.name, 255)
      filled(rule.shortDescription.text, 1024)
      filled(rule.fullDescription.text, 1024)
      filled(rule.help.text)
      filled(rule.help.markdown)
      ok(['error', 'warning', 'note'].includes(rule.defaultConfiguration.level))
      ok(['error', 'warning', 'recommendation'].includes(String(rule.properties['problem.severity'])))
    }
  })

  it('has what GitHub requires of each result', async () => {
    const { run } = await sarif()
    equal(run.results.length, 5)
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of run.results) {
      equal(run.tool.driver.rules[ruleIndex]?.id, ruleId)
      ok(['error', 'warning', 'note'].includes(level))
      filled(message.text)
      equal(locations.length, 1)
      const { artifactLocation, region } = locations[0].physicalLocation
      filled(artifactLocation.uri)
      for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn']) ok((region[key] ?? 0) >= 1, key)
      filled(partialFingerprints.primaryLocationLineHash)
    }
  })

  it('names files by relative URIs', async () => {
    const { run } = await sarif('a b')
    equal(run.results[0]?.locations[0].physicalLocation.artifactLocation.uri, 'a%20b/%C3%BCn%C3%AF%231.md')
  })

  it('marks the words, also over several lines', async () => {
    const { run } = await sarif('docs')
    const region = run.results.at(-1)?.locations[0].physicalLocation.region
    const { startLine, startColumn, endLine, endColumn } = region as Record<string, number>
    deepEqual([startLine, startColumn, endLine, endColumn], [6, 9, 7, 10])
  })

  it('gives findings fingerprints of their own', async () => {
    const { run } = await sarif()
    const inFile = (uri: string): (string | undefined)[] =>
      run.results
        .filter(({ locations }) => locations[0].physicalLocation.artifactLocation.uri === uri)
        .map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
    equal(new Set(inFile('docs/launch.md')).size, 3)
  })

  it('leaves out what is suppressed, and says nothing of security severity', async () => {
    const { stdout } = await runOn(files, ['check', '--format', 'sarif', 'notes.md'])
    equal((JSON.parse(stdout) as Log).runs[0].results.length, 1)
    equal(/security-severity|"suppressions"|informationUri/.test(stdout), false)
  })

  it('says which files could not be read', async () => {
    const { run } = await sarif('docs', 'missing.md')
    const [invocation] = run.invocations
    equal(invocation.executionSuccessful, false)
    deepEqual(
      invocation.toolExecutionNotifications.map(({ level, message }) => `${level} ${message.text}`),
      ['error missing.md: no such file or folder'],
    )
    equal((await sarif('docs')).run.invocations[0].executionSuccessful, true)
  })
})

/** The schema is of draft 4; but for the names of the draft and of itself the validator reads it. */
function readSchema(file: string): object {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return schema
}
