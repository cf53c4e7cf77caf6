import type { FrontMatter } from '../block.js'

const FENCES = { '---': 'yaml', '+++': 'toml' } as const

/** Front matter at a place: between two lines of `---` or `+++`. Its span ends with the closing fence. */
export function frontMatterAt(source: string, start: number): FrontMatter | undefined {
  const fence = source.slice(start, start + 3)
  if (fence !== '---' && fence !== '+++') return undefined
  const opening = /^...[ \t]*(?:\r\n|\r|\n)/.exec(source.slice(start, start + 200))
  if (!opening) return undefined
  const inside = start + opening[0].length
  const closing = fence === '---' ? /^---[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = inside
  const end = closing.exec(source)
  if (!end) return undefined
  const value = source.slice(inside, end.index).replace(/(?:\r\n|\r|\n)$/, '')
  return { format: FENCES[fence], value, start, end: end.index + 3 }
}
