/**
 * Writes what is documented from rules/ and knowledge/: the rule pages, their table, the benchmarks on record, and the table in
 * the README between its markers.
 *
 *   npm run generate              writes
 *   npm run generate -- --check   writes nothing; lists stale files and exits 1 when there are any
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { benchmarksPage, rulesPage, withRulesTable } from '../engine/findings/docs.js'
import { type MeasuredQuality, rulePage } from '../engine/findings/rule-page.js'
import { loadPack } from '../engine/rules/load-pack.js'
import type { Pack } from '../engine/rules/pack.js'
import { packFiles, root } from './pack-files.js'
import { qualityPage } from './quality/page.js'
import { type Results, readResults } from './quality/results.js'
import { sets } from './quality/sets.js'

const { pack, problems } = loadPack(packFiles())
for (const { file, line, column, message, expected } of problems) {
  console.error(`${file}:${line}:${column} ${message} (expected ${expected})`)
}

const pages = generated(pack)
const obsolete = rulePagesOnDisk().filter((path) => !pages.has(path))
const stale = [...pages].filter(([path, text]) => current(path) !== text).map(([path]) => path)

if (process.argv.includes('--check')) check()
else write()

/** Path from the root, with `/`, to text. */
function generated(pack: Pack): Map<string, string> {
  const results = readResults()
  const pages = new Map(
    pack.rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule, pack, qualityOf(rule.id, results))]),
  )
  pages.set('docs/quality.md', qualityPage(results))
  pages.set('docs/rules/README.md', rulesPage(pack.rules))
  pages.set('docs/benchmarks-record.md', benchmarksPage(pack))
  const readme = current('README.md')
  if (readme !== undefined) pages.set('README.md', withRulesTable(readme, pack.rules))
  return pages
}

function qualityOf(rule: string, { rules, sets }: Results): MeasuredQuality | undefined {
  const tally = rules[rule]
  if (!tally) return undefined
  const { labelled: claims, detected: found, named, alarms } = tally
  return { claims, found, named, alarms, on: `${asideOf(sets)} documents that are kept aside` }
}

function asideOf(all: Results['sets']): number {
  return sets.filter(({ isKeptAside }) => isKeptAside).reduce((sum, { id }) => sum + (all[id]?.whole.documents ?? 0), 0)
}

function check(): void {
  for (const path of [...stale, ...obsolete]) console.log(`stale: ${path}`)
  if (stale.length + obsolete.length > 0) console.log('Run npm run generate and commit the result.')
  process.exitCode = stale.length + obsolete.length + problems.length > 0 ? 1 : 0
}

function write(): void {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), pages.get(path) ?? '')
  }
  for (const path of obsolete) rmSync(join(root, path))
  console.log(`${stale.length} of ${pages.size} files written, ${obsolete.length} removed`)
  process.exitCode = problems.length > 0 ? 1 : 0
}

function current(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n') : undefined
}

/** Pages of rules that are no more would stay for ever. */
function rulePagesOnDisk(): string[] {
  const folder = join(root, 'docs/rules')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}
