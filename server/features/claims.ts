import { describe } from '../../engine/findings/describe.js'
import type { Finding } from '../../engine/findings/finding.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Core } from '../core.js'
import { type ClaimsOfFile, type ClaimsParams, claimsRequest } from '../protocol.js'
import { type Placing, toRange } from '../to-lsp.js'

export function registerClaims(core: Core): void {
  core.connection.onRequest(claimsRequest, (params: ClaimsParams) => answer(params ?? {}, core))
}

async function answer({ uri }: ClaimsParams, core: Core): Promise<readonly ClaimsOfFile[]> {
  const open = core.documents
    .all()
    .filter(({ kind, text }) => kind === 'prose' && (uri === undefined || text.uri === uri))
  const claims = await Promise.all(open.map(({ text }) => claimsOfOpen(text.uri, core)))
  const closed = core.workspace.files().filter((file) => uri === undefined || file.uri === uri)
  return [...claims.flat(), ...closed.map((file) => file.claims)]
}

async function claimsOfOpen(uri: string, core: Core): Promise<ClaimsOfFile[]> {
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  return checked && document ? [claimsOf(document.text, checked.shown, checked.surroundings.project.pack)] : []
}

export function claimsOf(document: Placing, findings: readonly Finding[], pack: Pack): ClaimsOfFile {
  const text = document.getText()
  const titles = new Map(pack.rules.map(({ id, title }) => [id, title]))
  return {
    uri: document.uri,
    claims: findings.map((finding) => ({
      rule: finding.rule,
      ruleTitle: titles.get(finding.rule) ?? finding.rule,
      severity: finding.severity,
      range: toRange(document, finding.span),
      text: text.slice(finding.span.start, finding.span.end),
      message: describe(finding, pack),
      headings: finding.headings,
      fingerprint: finding.fingerprint,
    })),
  }
}
