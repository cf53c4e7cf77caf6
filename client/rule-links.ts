import { type Diagnostic, Uri } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** The page of a rule that a link of the server leads to is text; here the link opens it as a page to read. */
export const ruleLinks: Middleware = {
  handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linked)),
  async provideDiagnostics(document, previous, token, next) {
    const report = await next(document, previous, token)
    return report && 'items' in report ? { ...report, items: report.items.map(linked) } : report
  },
}

function linked(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic
  if (typeof code === 'object') diagnostic.code = { value: code.value, target: openRule(code.value) }
  return diagnostic
}

const openRule = (rule: string | number): Uri =>
  Uri.parse(`command:proviso.openRule?${encodeURIComponent(JSON.stringify([rule]))}`)
