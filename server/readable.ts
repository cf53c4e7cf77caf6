import { schemeOf } from './uris.js'

/** Languages that editors name, with the one in which the engine reads them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  markdown: 'markdown',
  gfm: 'markdown',
  pandoc: 'markdown',
  mdx: 'mdx',
  quarto: 'quarto',
  rmd: 'rmd',
  rmarkdown: 'rmd',
  plaintext: 'plaintext',
  text: 'plaintext',
}

/** Views of what is a document elsewhere, or of no document at all. */
const LEFT_ALONE =
  /^(?:git|gitfs|gitlens.*|review|pr|scm.*|vscode-scm|output|extension-output.*|debug|vscode-terminal|search-editor|comment|walkthrough.*|vscode-userdata|vscode-settings|vscode-interactive.*|vscode-notebook.*|vscode-chat.*|chat.*|.*copilot.*|inmemory|diff.*)$/i

/** The language in which a document is read; nothing when it is left alone. */
export const readableAs = (uri: string, languageId: string): string | undefined =>
  LEFT_ALONE.test(schemeOf(uri)) ? undefined : LANGUAGES[languageId.toLowerCase()]
