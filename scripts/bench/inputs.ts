import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../pack-files.js'

/** A real long document where there is one; else the examples, over and over, in the same size. */
export function largeDocument(): string {
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
export const firstPage = (text: string): string => text.slice(0, text.indexOf('\n\n', 3000) + 1 || undefined)

/** So many copies in a folder of their own. */
export function copies(folder: string, name: string, text: string, count: number): string[] {
  mkdirSync(join(folder, name), { recursive: true })
  return Array.from({ length: count }, (_, at) => {
    const path = join(folder, name, `${at}.md`)
    writeFileSync(path, text)
    return path
  })
}

export const megabytes = (text: string, count: number): string => ((Buffer.byteLength(text) * count) / 1e6).toFixed(2)
