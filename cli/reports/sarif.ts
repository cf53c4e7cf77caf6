import { describe } from '../../engine/findings/describe.js'
import type { Finding, Severity } from '../../engine/findings/finding.js'
import { rulePage } from '../../engine/findings/rule-page.js'
import type { Reference, Rule } from '../../engine/rules/pack.js'
import { indented } from './indented.js'
import { Pile } from './pile.js'
import type { CheckedFile, Fault, Report, RunEnd } from './report.js'

/**
 * `--format sarif`: SARIF 2.1.0 with all that GitHub code scanning requires. All rules are listed, so that each has its page;
 * suppressed findings are left out, since GitHub would show them; no `security-severity`: this is prose.
 */
export function sarifReport(version: string, builtIn: Reference): Report {
  const rules = new Map<string, RuleOfPack>(builtIn.rules.map((rule) => [rule.id, { rule, pack: builtIn }]))
  const results = new Pile()
  let count = 0
  return {
    add(file) {
      for (const rule of file.pack.rules) if (!rules.has(rule.id)) rules.set(rule.id, { rule, pack: file.pack })
      const order = [...rules.keys()]
      for (const finding of file.result.findings) {
        results.add(`${count++ === 0 ? '' : ','}\n        ${indented(resultFor(finding, file, order), 8)}`)
      }
    },
    *finish(end) {
      const log = JSON.stringify(logFor(version, [...rules.values()], end), null, 2)
      const at = log.lastIndexOf(NO_RESULTS) + NO_RESULTS.length - 1
      yield log.slice(0, at)
      yield* results.take()
      yield `${count === 0 ? '' : '\n      '}${log.slice(at)}\n`
    },
  }
}

/** Where the results go. Inside a string the quotes would be escaped. */
const NO_RESULTS = '"results": []'

type RuleOfPack = { readonly rule: Rule; readonly pack: Reference }

function logFor(version: string, rules: readonly RuleOfPack[], end: RunEnd) {
  const driver = {
    name: 'Proviso',
    version,
    semanticVersion: version,
    rules: rules.map(({ rule, pack }) => ruleEntry(rule, pack)),
  }
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        automationDetails: { id: 'proviso/' },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(end)],
        results: [],
      },
    ],
  }
}

function invocation({ faults, configProblems }: RunEnd) {
  return {
    executionSuccessful: faults.length + configProblems.length === 0,
    toolExecutionNotifications: faults.map(faultEntry),
    toolConfigurationNotifications: configProblems.map((text) => ({ level: 'error', message: { text } })),
  }
}

const faultEntry = ({ path, message }: Fault) => ({
  level: 'error',
  message: { text: `${path}: ${message}` },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
})

function ruleEntry(rule: Rule, pack: Reference) {
  return {
    id: rule.id,
    name: rule.title,
    shortDescription: { text: clipped(`${rule.title}.`) },
    fullDescription: { text: clipped(rule.what) },
    help: { text: helpText(rule), markdown: rulePage(rule, pack) },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: ['ai-safety', rule.id.split('/')[0]], 'problem.severity': problemSeverity[rule.severity] },
  }
}

/** GitHub takes no more than 1,024 characters. */
const clipped = (text: string): string => (text.length <= 1024 ? text : `${text.slice(0, 1023)}…`)

const helpText = ({ what, why, instead }: Rule): string =>
  `${what.trim()}\n\n${why.trim()}\n\nInstead: ${instead.trim()}`

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>

const problemSeverity = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
} as const satisfies Record<Severity, string>

function resultFor(finding: Finding, { path, places, pack }: CheckedFile, order: readonly string[]) {
  const { rule, severity, span, fingerprint } = finding
  const { text, start, end } = places(span)
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span.start,
    charLength: span.end - span.start,
    snippet: { text },
  }
  return {
    ruleId: rule,
    ruleIndex: order.indexOf(rule),
    level: levels[severity],
    message: { text: describe(finding, pack) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'provisoClaim/v1': fingerprint },
  }
}

/** A relative URI; a path on another drive becomes a file URI. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`
  return path.startsWith('/') ? `file://${encoded}` : encoded
}
