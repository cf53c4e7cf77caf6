import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, type } from 'node:os'
import { join } from 'node:path'
import { copies, firstPage, largeDocument, megabytes } from './bench/inputs.js'
import { canMeasure, type Measured, measure } from './bench/measure.js'
import { otherTools, proviso, type Tool } from './bench/tools.js'
import { root } from './pack-files.js'

/**
 * npm run bench: the built command beside other linters, as whole processes on the same files in the same run. `--large` adds 50 and 100 MB,
 * `--scale` the cost of many pages; `--write` keeps the tables in docs/.
 */
const COPIES = 14
const ROUNDS = Number(/^--rounds=(\d+)$/.exec(process.argv.find((arg) => arg.startsWith('--rounds=')) ?? '')?.[1] ?? 3)
const asked = (option: string): boolean => process.argv.includes(option)

function main(): void {
  if (!canMeasure) throw new Error('this needs GNU time at /usr/bin/time (on Debian: apt-get install time)')
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  try {
    const parts = [beside(folder), ownFigures(folder), ...(asked('--large') ? [large(folder)] : [])]
    const page = pageOf(parts)
    console.log(page)
    if (asked('--write')) writeFileSync(join(root, 'docs/benchmarks.md'), page)
    if (asked('--scale')) scale()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** All tools on the same files. */
function beside(folder: string): string {
  const text = largeDocument()
  const many = copies(folder, 'many', text, COPIES)
  const page = copies(folder, 'page', firstPage(text), 1)
  const { tools, missing } = otherTools()
  const all = [proviso(), ...tools]
  const tables = [
    { name: `${COPIES} documents, ${megabytes(text, COPIES)} MB`, files: many },
    { name: `One page, ${(Buffer.byteLength(firstPage(text)) / 1000).toFixed(1)} kB`, files: page },
  ].map(({ name, files }) => `## ${name}\n\n${compared(all, files, folder)}`)
  return [...tables, ...missing.map((line) => `Not measured: ${line}`)].join('\n\n')
}

function compared(tools: readonly Tool[], files: readonly string[], folder: string): string {
  const rows = tools.map((tool) => {
    say(tool.name)
    return { tool, figures: measure(tool.command(files, folder), ROUNDS) }
  })
  const own = rows[0]?.figures as Measured
  return table(
    ['Tool', 'What it looks for', 'Time', 'Ratio', 'Processor time', 'Ratio', 'Memory'],
    rows.map(({ tool: { name, version, does }, figures: { wall, cpu, memory } }) => [
      ...[`${name} ${version}`, does, seconds(wall), ratio(wall / own.wall), seconds(cpu), ratio(cpu / own.cpu)],
      `${memory.toFixed(0)} MB`,
    ]),
  )
}

/** What only concerns the command itself: the cache, threads, and how time grows with the text. */
function ownFigures(folder: string): string {
  const text = largeDocument()
  const files = copies(folder, 'many', text, COPIES)
  const cache = join(folder, 'cache')
  const figures = (title: string, options: readonly string[], on: readonly string[] = files) => {
    say(title)
    const { wall, cpu, memory } = measure(proviso(...options).command(on, folder), ROUNDS)
    return { row: [title, seconds(wall), seconds(cpu), `${memory.toFixed(0)} MB`], cpu }
  }
  const rows = [
    figures('one thread', ['--threads', '1']),
    figures('two threads', ['--threads', '2']),
    figures('a cache that holds all', ['--cache-location', cache]),
  ].map(({ row }) => row)
  const growth = [1, 2, 4].map((times) =>
    figures(
      `${times} times the text, one thread`,
      ['--threads', '1'],
      copies(folder, `x${times}`, text.repeat(times), 4),
    ),
  )
  const ratios = growth.map(({ row, cpu }) => [...row, ratio(cpu / (growth[0]?.cpu ?? 1))])
  return [
    '## proviso alone',
    `The ${COPIES} documents again.`,
    table(['', 'Time', 'Processor time', 'Memory'], rows),
    'Four documents of once, twice and four times the text: a start is in each figure, so a ratio below 2 and 4 is linear.',
    table(['', 'Time', 'Processor time', 'Memory', 'Ratio'], ratios),
  ].join('\n\n')
}

function large(folder: string): string {
  const text = largeDocument()
  const rows = [50, 100].flatMap((size) => {
    const files = [join(folder, `mb${size}`)]
    copies(folder, `mb${size}`, text, Math.ceil((size * 1e6) / Buffer.byteLength(text)))
    return [1, 2].map((threads) => {
      say(`${size} MB on ${threads}`)
      const { wall, cpu, memory } = measure(proviso('--threads', String(threads)).command(files, folder), 1)
      return [
        `${size} MB, ${threads === 1 ? 'one thread' : 'two threads'}`,
        seconds(wall),
        seconds(cpu),
        `${memory.toFixed(0)} MB`,
      ]
    })
  })
  return `## Large\n\n${table(['', 'Time', 'Processor time', 'Memory'], rows)}`
}

/** What a million pages cost, from a stream of some; into docs/scale.md. */
function scale(): void {
  const PAGES = 2000
  const text = firstPage(largeDocument())
  const lines = Array.from({ length: PAGES }, (_, at) => JSON.stringify({ path: `${at}.md`, text })).join('\n')
  const command = [process.execPath, join(root, 'dist/cli.js'), 'pipe', '--no-config']
  const { cpu, memory } = measure(command, 1, { input: lines, warm: false })
  const hours = ((cpu / PAGES) * 1e6) / 3600
  const words = `\`proviso pipe\` over ${PAGES.toLocaleString('en')} pages of ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB took ${seconds(cpu)} of processor time, start included, and ${memory.toFixed(0)} MB: about ${hours.toFixed(1)} processor hours for a million pages.\n${measuredOn()}`
  console.log(words)
  if (!asked('--write')) return
  const file = join(root, 'docs/scale.md')
  const page = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    page.replace(
      /(<!-- cost:start -->\n)[\s\S]*(<!-- cost:end -->)/,
      (_, start: string, end: string) => `${start}${words}\n${end}`,
    ),
  )
}

const say = (what: string): void => console.error(`measuring ${what}`)
const seconds = (value: number): string => `${value.toFixed(2)} s`
const ratio = (value: number): string => value.toFixed(value < 10 ? 1 : 0)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const busy = loadavg()[0] ?? 0

function measuredOn(): string {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${type()}, Node ${process.versions.node}`
  const load =
    busy > 0.5
      ? ` Other work was on the machine (load ${busy.toFixed(1)} at the start): take ratios of processor time, not seconds.`
      : ''
  return `Measured on ${new Date().toISOString().slice(0, 10)} on ${machine}.${load}`
}

function pageOf(parts: readonly string[]): string {
  return `# Benchmarks

Whole processes, start and end included, on the same files in the same run; ${ROUNDS === 1 ? 'one run' : `medians of ${ROUNDS}`} after a warm-up. Ratios are to proviso: above 1 it is slower than
proviso. The tools do different work, and none of the others looks for what proviso looks for: their times are a yardstick for reading prose, not a contest.

${parts.join('\n\n')}

${measuredOn()} Again: \`npm run bench -- --write\`, with \`--large\` for 50 and 100 MB and \`--scale\` for many pages.
`
}

main()
