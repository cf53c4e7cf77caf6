import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir, type } from 'node:os'
import { join } from 'node:path'
import { root } from './pack-files.js'

/** npm run bench: the built command beside remark-cli, as whole processes, in one run. `--write` keeps the table in docs/. */
const COPIES = 14
const ROUNDS = 5

interface Input {
  readonly name: string
  readonly path: string
}

interface Measured {
  readonly input: string
  /** Seconds, medians. */
  readonly proviso: number
  readonly remark: number
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  try {
    const table = tableOf(writeInputs(folder).map(measure))
    console.log(table)
    if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/benchmarks.md'), page(table))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeInputs(folder: string): Input[] {
  const large = largeDocument()
  mkdirSync(join(folder, 'large'))
  for (let copy = 1; copy <= COPIES; copy++) writeFileSync(join(folder, 'large', `${copy}.md`), large)
  const page = firstPage(large)
  writeFileSync(join(folder, 'page.md'), page)
  const megabytes = ((Buffer.byteLength(large) * COPIES) / 1e6).toFixed(2)
  return [
    { name: `${COPIES} documents, ${megabytes} MB`, path: join(folder, 'large') },
    { name: `one page, ${(Buffer.byteLength(page) / 1000).toFixed(1)} kB`, path: join(folder, 'page.md') },
  ]
}

/** A real long document where there is one; else the examples, over and over, in the same size. */
function largeDocument(): string {
  try {
    return readFileSync(join(root, '../shared/report/report.md'), 'utf8')
  } catch {
    const text = exampleText()
    return text.repeat(Math.ceil(80_000 / text.length)).slice(0, 80_000)
  }
}

function exampleText(): string {
  const folder = join(root, 'examples')
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n\n')
}

/** About 500 words, to the end of a paragraph. */
const firstPage = (text: string): string => `${text.slice(0, text.indexOf('\n\n', 3000) + 1 || undefined)}`

function measure({ name, path }: Input): Measured {
  const proviso = [join(root, 'dist/cli.js'), 'check', '--no-config', path]
  const preset = ['--use', 'remark-preset-lint-recommended']
  const remark = [join(root, 'node_modules/remark-cli/cli.js'), '--no-stdout', '--no-config', ...preset, path]
  return { input: name, proviso: median(proviso), remark: median(remark) }
}

/** Seconds, after one run that does not count. */
function median(args: readonly string[]): number {
  seconds(args)
  const all = Array.from({ length: ROUNDS }, () => seconds(args)).sort((a, b) => a - b)
  return all[Math.floor(ROUNDS / 2)] as number
}

function seconds(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return (performance.now() - start) / 1000
}

function tableOf(rows: readonly Measured[]): string {
  const lines = rows.map(({ input, proviso, remark }) => {
    return `| ${input} | ${proviso.toFixed(2)} s | ${remark.toFixed(2)} s | ${(remark / proviso).toFixed(1)} |`
  })
  return ['| Input | proviso | remark-cli | remark-cli / proviso |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

function page(table: string): string {
  const machine = `${availableParallelism()} cores, ${type()}, Node ${process.versions.node}`
  return `# Benchmarks

Wall-clock time of whole processes, start and end included: \`proviso check\` beside remark-cli with
remark-preset-lint-recommended on the same files in the same run. Medians of ${ROUNDS} after a warm-up. The two do different
work: remark-cli checks Markdown style, and its time is a yardstick for reading Markdown with many rules, not a contest.

${table}

Measured on ${new Date().toISOString().slice(0, 10)} on ${machine}. Again: \`npm run bench -- --write\`.
`
}

main()
