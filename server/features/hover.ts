import { type Hover, MarkupKind, type TextDocumentPositionParams } from 'vscode-languageserver'
import type { Span } from '../../engine/document/span.js'
import { benchmarkHover, findingHover, type HoverLink, ruleHover } from '../../engine/findings/hover.js'
import type { Checked } from '../checks.js'
import type { Core } from '../core.js'
import type { OpenDocument } from '../documents.js'
import { toOffset, toRange } from '../to-lsp.js'
import { ruleNameAt } from './rule-names.js'

export function registerHover(core: Core): void {
  core.connection.onHover((params) => hover(params, core))
}

interface Found extends Span {
  readonly value: string
}

async function hover(
  { textDocument: { uri }, position }: TextDocumentPositionParams,
  core: Core,
): Promise<Hover | null> {
  const checked = await core.checks.check(uri)
  const document = core.documents.get(uri)
  if (!document) return null
  const at = toOffset(document.text, position)
  const found =
    ruleAt(document, at, checked, core) ??
    (checked && (benchmarkAt(document, at, checked, core) ?? findingAt(document, at, position, checked, core)))
  if (!found) return null
  return { contents: { kind: MarkupKind.Markdown, value: found.value }, range: toRange(document.text, found) }
}

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at <= end

function ruleAt(document: OpenDocument, at: number, checked: Checked | undefined, core: Core): Found | undefined {
  const name = ruleNameAt(document, at)
  const rules = checked?.surroundings.project.pack.rules ?? core.pack.rules
  const rule = name && rules.find(({ id }) => id === name.rule)
  return rule && { ...name, value: ruleHover(rule, pageLink(rule.id, core)) }
}

/** A benchmark inside a finding speaks for itself: the finding's own words hold what is on record. */
function benchmarkAt(document: OpenDocument, at: number, checked: Checked, core: Core): Found | undefined {
  const mention = document.session?.mentions().find((one) => holds(one, at))
  const { knowledge } = checked.surroundings.project.pack
  const benchmark = mention && knowledge.benchmarks.find(({ id }) => id === mention.benchmark)
  if (!benchmark) return undefined
  const finding = checked.shown.find(({ span }) => holds(span, at))
  const links = finding ? pageLink(finding.rule, core) : []
  return { start: mention.start, end: mention.end, value: benchmarkHover(benchmark, knowledge, links) }
}

function findingAt(
  document: OpenDocument,
  at: number,
  position: TextDocumentPositionParams['position'],
  checked: Checked,
  core: Core,
): Found | undefined {
  const finding = checked.shown.find(({ span }) => holds(span, at))
  if (!finding) return undefined
  const links = [...pageLink(finding.rule, core), ...explainLink(document.text.uri, position, core)]
  return { ...finding.span, value: findingHover(finding, checked.surroundings.project.pack, links) }
}

function pageLink(rule: string, { pageOf, client }: Core): HoverLink[] {
  const command = client.options.commands?.showRulePage
  const href = command ? commandLink(command, [rule]) : pageOf(rule)
  return href === undefined ? [] : [{ title: 'Rule', href }]
}

/** Only a client that names its command can follow such a link. */
function explainLink(uri: string, position: TextDocumentPositionParams['position'], { client }: Core): HoverLink[] {
  const command = client.options.commands?.explain
  return command ? [{ title: 'Why here?', href: commandLink(command, [uri, position]) }] : []
}

const commandLink = (command: string, args: readonly unknown[]): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify(args))}`
