import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { here } from './fixture.js'
import { Repository } from './repository.js'

const root = join(here, '../..')

interface Step {
  readonly name: string
  readonly id?: string
  readonly run?: string
  readonly uses?: string
  readonly if?: string
  readonly env?: Record<string, string>
}
interface Action {
  readonly inputs: Record<string, { readonly description: string; readonly default: string }>
  readonly outputs: Record<string, { readonly value: string }>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action
const claim = 'Our AI model is completely safe.\n'

/** Runs the steps of the action that run a script as a runner does, each with the outputs of those before. */
function runAction(folder: string, inputs: Record<string, string> = {}) {
  const temp = join(folder, '.git')
  const [outputFile, summaryFile] = [join(temp, 'output.txt'), join(temp, 'summary.md')]
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '')
  const outputs: Record<string, string> = {}
  let log = ''
  let status = 0
  for (const step of action.runs.steps) {
    if (step.run === undefined || status !== 0) continue
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, inputs, outputs)]),
    )
    const around = { ...process.env, RUNNER_TEMP: temp, GITHUB_OUTPUT: outputFile, GITHUB_STEP_SUMMARY: summaryFile }
    const script = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run]
    const done = spawnSync('bash', script, { cwd: folder, encoding: 'utf8', env: { ...around, ...env } })
    log += done.stdout + done.stderr
    status = done.status ?? 1
    for (const line of readFileSync(outputFile, 'utf8').split('\n').filter(Boolean)) {
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
  }
  return { status, log, outputs, summary: readFileSync(summaryFile, 'utf8') }
}

const filled = (value: string, inputs: Record<string, string>, outputs: Record<string, string>): string =>
  value.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => {
    if (name === 'github.action_path') return root
    const [, kind, key = ''] = /^(inputs|steps\.check\.outputs)\.(.+)$/.exec(name) ?? []
    if (kind === 'inputs') return inputs[key] ?? action.inputs[key]?.default ?? ''
    return outputs[key] ?? ''
  })

describe('the GitHub Action', function () {
  this.timeout(60_000)
  const check = (files: Record<string, string>, use: (repository: Repository) => void): void => {
    const repository = Repository.of(files)
    try {
      use(repository)
    } finally {
      repository.remove()
    }
  }

  it('annotates, writes the summary and the SARIF file, and fails at the end, so that the upload comes before', () =>
    check({ 'docs/a.md': claim }, ({ folder }) => {
      const { status, log, outputs, summary } = runAction(folder)
      equal(status, 1)
      match(log, /^::warning file=docs\/a\.md,line=1/m)
      match(summary, /^## Proviso\n\n1 finding/)
      deepEqual(outputs, { 'exit-code': '1', findings: '1', 'sarif-file': 'proviso.sarif' })
      equal(JSON.parse(readFileSync(join(folder, 'proviso.sarif'), 'utf8')).runs[0].results.length, 1)
      deepEqual(
        action.runs.steps.map(({ name }) => name),
        ['Build', 'Check', 'Upload', 'Verdict'],
      )
    }))

  it('ends well where nothing is found', () =>
    check({ 'a.md': 'Lunch.\n' }, ({ folder }) => {
      const { status, outputs } = runAction(folder)
      equal(status, 0)
      deepEqual([outputs['exit-code'], outputs.findings], ['0', '0'])
    }))

  it('takes one path a line, with spaces and whatever else, and runs none of it', () =>
    check({ 'a b/c.md': claim, 'd.md': claim, 'e.md': claim }, ({ folder }) => {
      equal(runAction(folder, { paths: 'a b\nd.md\n' }).outputs.findings, '2')
      const { status, log } = runAction(folder, { paths: '$(touch harm)\n`touch harm`\n; touch harm\n--config=x' })
      equal(status, 2)
      match(log, /no such file or folder/)
      equal(existsSync(join(folder, 'harm')), false)
    }))

  it('shows only what is new since a base, which it fetches into a shallow clone', () =>
    check({ 'a.md': claim }, (origin) => {
      origin.git('checkout', '-q', '-b', 'work')
      origin.write('b.md', 'RLHF ensures that the model is harmless.\n')
      origin.commit()
      const clone = Repository.cloneOf(origin, '--depth', '1', '--branch', 'work')
      const { status, outputs, log } = runAction(clone.folder, { 'diff-base': 'origin/main' })
      equal(status, 1)
      equal(outputs.findings, '1')
      match(log, /::warning file=b\.md/)
      clone.remove()
    }))

  it('says what it needs when the base cannot be had', () =>
    check({ 'a.md': claim }, ({ folder }) => {
      const { status, log, outputs } = runAction(folder, { 'diff-base': 'origin/nowhere' })
      equal(status, 2)
      match(log, /--diff-base: git knows no commit 'origin\/nowhere' here; fetch it first/)
      equal(outputs['exit-code'], '2')
    }))

  it('passes on what fails the job, a baseline and a configuration', () =>
    check({ 'a.md': claim, 'c.yaml': 'rules: { "*": off }\n' }, ({ folder }) => {
      equal(runAction(folder, { 'fail-on': 'error' }).status, 0)
      equal(runAction(folder, { config: 'c.yaml' }).outputs.findings, '0')
      match(runAction(folder, { baseline: 'none.json' }).log, /none\.json: no such file or folder/)
    }))

  it('has another format in the log, and the summary all the same', () =>
    check({ 'a.md': claim }, ({ folder }) => {
      const { log, summary } = runAction(folder, { format: 'compact' })
      match(log, /^a\.md:1:1-1:32: warning: /m)
      match(summary, /^## Proviso/)
    }))

  it('reports what it could when a document cannot be read', () =>
    check({ 'a.md': claim, 'b.md': '\0' }, ({ folder }) => {
      const { status, log, outputs } = runAction(folder)
      equal(status, 2)
      match(log, /::error file=b\.md/)
      equal(outputs.findings, '1')
    }))

  it('puts no input into a script: all go by the environment', () => {
    for (const { run } of action.runs.steps) equal(run?.includes('${{') ?? false, false)
  })

  it('is documented, each input with its default', () => {
    const page = readFileSync(join(root, 'docs/ci.md'), 'utf8')
    for (const [name, input] of Object.entries(action.inputs)) {
      ok(page.includes(`| \`${name}\` | ${input.default === '' ? '' : `\`${input.default}\` `}|`), name)
    }
  })
})

describe('the hooks for pre-commit', function () {
  this.timeout(60_000)
  interface Hook {
    readonly id: string
    readonly entry: string
    readonly language: string
    readonly files: string
  }
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[]
  const runHook = (id: string, folder: string, ...files: readonly string[]) => {
    const [script = '', ...args] = hooks.find((one) => one.id === id)?.entry.split(' ') ?? []
    return spawnSync(join(root, script), [...args, ...files], { cwd: folder, encoding: 'utf8' })
  }

  it('are two, for the documents that a folder is searched for', () => {
    deepEqual(
      hooks.map(({ id, language }) => [id, language]),
      [
        ['proviso', 'script'],
        ['proviso-changed', 'script'],
      ],
    )
    for (const { files } of hooks) for (const name of ['a.md', 'b/c.qmd', 'd.txt']) match(name, new RegExp(files))
  })

  it('check the files of a commit, or what it changes in them', () => {
    const repository = Repository.of({ 'a.md': claim, '-b.md': 'Lunch.\n' })
    const before = (id: string) => runHook(id, repository.folder, 'a.md', '-b.md').status
    deepEqual(['proviso', 'proviso-changed'].map(before), [1, 0])
    repository.write('a.md', `${claim}\nRLHF ensures that the model is harmless.\n`)
    equal(before('proviso-changed'), 1)
    repository.remove()
  })
})
