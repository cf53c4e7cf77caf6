/** Extensions that are looked for in folders, with the language in which they are read. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'mdx',
  '.qmd': 'quarto',
  '.rmd': 'rmd',
  '.txt': 'plaintext',
}

export const documentExtensions: readonly string[] = Object.keys(BY_EXTENSION)

export const isDocument = (path: string): boolean => Object.hasOwn(BY_EXTENSION, extensionOf(path))

/** Any other file that is named explicitly is read as plain text. */
export const languageOf = (path: string): string => BY_EXTENSION[extensionOf(path)] ?? 'plaintext'

/** From the last dot of the name; a dot at its beginning begins no extension. */
const extensionOf = (path: string): string => /[^/\\](\.[^./\\]*)$/.exec(path)?.[1]?.toLowerCase() ?? ''
