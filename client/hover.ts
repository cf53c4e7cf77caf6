import { Hover, languages, MarkdownString } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/**
 * What the server says of a finding begins with its message, for editors that show nothing else. VS Code shows the message of a
 * diagnostic above every hover, and a person need not read it twice.
 */
export const shortHovers: Middleware = {
  async provideHover(document, position, token, next) {
    const hover = await next(document, position, token)
    const diagnostics = languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(position))
    const shown = new Set(diagnostics.map(({ message }) => message))
    return (
      hover &&
      new Hover(
        hover.contents.map((content) => shortened(content, shown)),
        hover.range,
      )
    )
  },
}

function shortened(content: Hover['contents'][number], shown: ReadonlySet<string>): Hover['contents'][number] {
  if (!(content instanceof MarkdownString)) return content
  const [first = '', ...others] = content.value.split('\n\n')
  if (shown.has(plain(first))) content.value = others.join('\n\n')
  return content
}

/** The words of a bold paragraph. */
const plain = (markdown: string): string => markdown.replace(/^\*\*|\*\*$/g, '').replace(/\\(.)/g, '$1')
