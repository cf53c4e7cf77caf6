import { parseDocument } from '../document/parse.js'
import type { Span } from '../document/span.js'
import { givesElement } from '../elements/find-gaps.js'
import { explanations } from '../explain.js'
import type { GuardId } from '../findings/finding.js'
import { lint } from '../lint.js'
import { claimsAlone } from '../settings.js'
import type { Element, Elements, Pack, Rule } from './pack.js'

/** What came of one example, or of one pattern that no example uses. */
export interface ExampleResult {
  readonly rule: string
  readonly kind: 'flag' | 'clean' | 'missed' | 'alarm' | 'pattern'
  readonly text: string
  readonly ok: boolean
  readonly message: string
}

/** A line that makes plain that an example is about AI, as the document around it would. */
export const SETTING = '# An AI model\n\n'

/** Runs every example of the rules, and tells which patterns none of them uses. */
export function checkExamples(pack: Pack, rules: readonly Rule[] = pack.rules): ExampleResult[] {
  return rules.flatMap((rule) => {
    if (rule.element && pack.elements) return elementExamples(rule.id, rule.element, pack.elements)
    const used = new Set<string>()
    const flagged = rule.examples.flag.map((example) => checkFlag(pack, rule, example, used))
    const clean = rule.examples.clean.map(({ text, because }) => checkClean(pack, rule, text, because))
    return [...flagged, ...clean, ...knownErrors(pack, rule), ...unused(rule, used)]
  })
}

/** A text gives an element by itself, or does not. */
function elementExamples(rule: string, element: Element, elements: Elements): ExampleResult[] {
  const check = (kind: 'flag' | 'clean', text: string): ExampleResult => {
    const gives = givesElement(parseDocument(text, 'markdown').blocks, element, elements)
    const ok = gives === (kind === 'clean')
    return { rule, kind, text, ok, message: ok ? '' : gives ? 'gives the element' : 'does not give the element' }
  }
  return [...element.covers.map((text) => check('clean', text)), ...element.lacks.map((text) => check('flag', text))]
}

/** The text without its brackets, and what they mark. A bracket that begins a link or a footnote marks nothing. */
export function readBrackets(example: string): { text: string; span: Span } | undefined {
  const open = example.search(/\[(?!\^|[ x]\]|@)/)
  const close = example.indexOf(']', open)
  if (open < 0 || close < 0) return undefined
  const text = example.slice(0, open) + example.slice(open + 1, close) + example.slice(close + 1)
  return { text, span: { start: open, end: close - 1 } }
}

function checkFlag(pack: Pack, rule: Rule, example: string, used: Set<string>): ExampleResult {
  const result = (ok: boolean, message: string): ExampleResult => ({
    rule: rule.id,
    kind: 'flag',
    text: example,
    ok,
    message,
  })
  const marked = readBrackets(example)
  if (!marked) return result(false, 'brackets mark no words')
  const source = SETTING + marked.text
  const span = { start: marked.span.start + SETTING.length, end: marked.span.end + SETTING.length }
  const document = parseDocument(source, 'markdown')
  for (const { considered } of explanations(document, pack, () => true)) {
    for (const { outcome, patterns } of considered) if (outcome === 'finding') for (const one of patterns) used.add(one)
  }
  const { findings } = lint(document, pack, claimsAlone)
  const listed = findings.map((one) => `${one.rule} on "${source.slice(one.span.start, one.span.end)}"`).join(', ')
  if (findings.length !== 1)
    return result(false, `${findings.length} findings instead of one${listed && `: ${listed}`}`)
  const [only] = findings
  if (only?.rule !== rule.id) return result(false, `another rule speaks: ${listed}`)
  const same = only.span.start === span.start && only.span.end === span.end
  return result(same, same ? '' : `marks "${source.slice(only.span.start, only.span.end)}"`)
}

function checkClean(pack: Pack, rule: Rule, text: string, because: string): ExampleResult {
  const result = (ok: boolean, message: string): ExampleResult => ({ rule: rule.id, kind: 'clean', text, ok, message })
  const source = because === 'N8' ? text : SETTING + text
  const document = parseDocument(source, 'markdown')
  const { findings } = lint(document, pack, claimsAlone)
  if (findings.length > 0) {
    return result(
      false,
      findings.map((one) => `${one.rule} on "${source.slice(one.span.start, one.span.end)}"`).join(', '),
    )
  }
  const cleared = explanations(document, pack, () => true).flatMap(({ considered }) => considered)
  const own = cleared.filter((one) => one.rule === rule.id && one.outcome === 'cleared')
  if (own.length === 0) return result(true, SILENT)
  const reasons = own.flatMap(({ guards = [] }) => guards)
  return reasons.includes(because as GuardId)
    ? result(true, '')
    : result(false, `cleared by ${[...new Set(reasons)].join(', ')}, not by ${because}`)
}

/** Said of a clean example in which the rule saw no claim that a guard would have had to clear. */
export const SILENT = 'no frame was filled'

/** An example in the list of known errors that is right by now belongs among the others. */
function knownErrors(pack: Pack, rule: Rule): ExampleResult[] {
  const flags = (text: string): boolean =>
    lint(parseDocument(SETTING + text, 'markdown'), pack, claimsAlone).findings.length > 0
  const missed = rule.examples.missed.map((text): ExampleResult => {
    const found = checkFlag(pack, rule, text, new Set()).ok
    return { rule: rule.id, kind: 'missed', text, ok: !found, message: found ? 'is found now: it belongs to flag' : '' }
  })
  const alarms = rule.examples.alarms.map((text): ExampleResult => {
    const ok = flags(text)
    return { rule: rule.id, kind: 'alarm', text, ok, message: ok ? '' : 'is not flagged any more: it belongs to clean' }
  })
  return [...missed, ...alarms]
}

function unused(rule: Rule, used: ReadonlySet<string>): ExampleResult[] {
  const patterns = [
    ...rule.claims.map((claim, at) => [`claim ${at}`, JSON.stringify(claim)] as const),
    ...rule.phrases.map((phrase, at) => [`phrase ${at}`, phrase] as const),
  ]
  return patterns
    .filter(([name]) => !used.has(`${rule.id} ${name}`))
    .map(([name, text]) => ({
      rule: rule.id,
      kind: 'pattern',
      text,
      ok: false,
      message: `no flag example uses ${name}`,
    }))
}
