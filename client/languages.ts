import { workspace } from 'vscode'

/** A filter by scheme and language, which VS Code and the protocol both understand. */
export interface DocumentKind {
  readonly scheme: string
  readonly language: string
}

/** What the server reads, by VS Code's names. The manifest activates the extension for the same ones. */
export const LANGUAGES: readonly string[] = ['markdown', 'plaintext', 'mdx', 'quarto', 'rmd']

/**
 * Files, drafts without a file, and what the folders of this workspace are made of, which may be a remote repository. The two sides of
 * a comparison, output channels, chats and our own pages have schemes of their own and are left alone.
 */
export function documentSelector(): DocumentKind[] {
  const folders = workspace.workspaceFolders ?? []
  const schemes = new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])
  return [...schemes].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })))
}

/** The server also reads, and helps to write, what configures it. */
export const CONFIGURATION = [{ pattern: '**/.proviso.yaml', language: 'yaml' }] as const
