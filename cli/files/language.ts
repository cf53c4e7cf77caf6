import { extname } from 'node:path'

/** Extensions that are looked for in folders, with the language in which they are read. */
const LANGUAGES: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'mdx',
  '.qmd': 'quarto',
  '.rmd': 'rmd',
  '.txt': 'plaintext',
}

export const documentExtensions: readonly string[] = Object.keys(LANGUAGES)

export const isDocument = (path: string): boolean => Object.hasOwn(LANGUAGES, extname(path).toLowerCase())

/** Any other file that is named explicitly is read as plain text. */
export const languageOf = (path: string): string => LANGUAGES[extname(path).toLowerCase()] ?? 'plaintext'
