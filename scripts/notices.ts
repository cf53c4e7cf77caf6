import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { root } from './pack-files.js'

export const noticesFile = 'dist/THIRD-PARTY-NOTICES.txt'

/** Under these a copy of the license and of the copyright is all that is asked for. */
const ACCEPTED = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'])

interface Package {
  readonly title: string
  readonly license: string
  readonly copyright: readonly string[]
  /** The license without the lines of copyright, which are nearly all that differs. */
  readonly terms: string
}

/** What stands in the bundles that others wrote, with their copyright and each license once. Throws where a license is missing or not accepted. */
export function notices(bundles: readonly Metafile[]): string {
  const packages = foldersIn(bundles).map(readPackage)
  const groups = new Map<string, Package[]>()
  for (const one of packages) groups.set(keyOf(one.terms), [...(groups.get(keyOf(one.terms)) ?? []), one])
  const intro = `Proviso contains the packages below, ${packages.length} in all, under the licenses that follow each group.`
  return `${[intro, ...[...groups.values()].map(groupText)].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** Folders of packages from which something went into a bundle. */
function foldersIn(bundles: readonly Metafile[]): string[] {
  const inputs = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  )
  const folders = inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(folders)].sort()
}

function readPackage(folder: string): Package {
  const read = (file: string): string => readFileSync(join(root, folder, file), 'utf8').replaceAll('\r\n', '\n')
  const { name, version, license } = JSON.parse(read('package.json')) as Record<'name' | 'version' | 'license', string>
  const file = readdirSync(join(root, folder)).find((one) => /^(?:licen[cs]e|copying)/i.test(one))
  if (!ACCEPTED.has(license)) throw new Error(`${name} ships under ${license}, which nobody has accepted`)
  if (file === undefined) throw new Error(`${name} has no file with its license`)
  const lines = read(file).trim().split('\n')
  const isCopyright = (line: string): boolean => /^\s*(?:copyright\b|\(c\))/i.test(line)
  return {
    title: `${name} ${version}`,
    license,
    copyright: lines.filter(isCopyright).map((line) => line.trim()),
    terms: lines
      .filter((line) => !isCopyright(line))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  }
}

/** Where a line ends does not make another license, nor does what it is called at its head. */
const keyOf = (terms: string): string =>
  terms
    .replace(/^[^\n]{0,40}\blicen[cs]e\b[^\n]{0,12}\n/i, '')
    .replace(/\s+/g, ' ')
    .trim()

function groupText(packages: readonly Package[]): string {
  const [{ terms }] = packages as [Package, ...Package[]]
  const byCopyright = new Map<string, string[]>()
  for (const { title, license, copyright } of packages) {
    const words = copyright.join('; ')
    byCopyright.set(words, [...(byCopyright.get(words) ?? []), `${title} (${license})`])
  }
  const owners = [...byCopyright].map(([words, titles]) => [...titles, ...(words ? [`    ${words}`] : [])].join('\n'))
  return [...owners, terms].join('\n\n')
}
