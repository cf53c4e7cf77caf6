import type { Finding, Severity } from '../engine/findings/finding.js'
import type { EditorSettings } from './protocol.js'

type Customizations = EditorSettings['customizations']

/** Findings as an editor wants to see them; the last customization that names a rule wins. This changes no verdict. */
export function shownFindings(findings: readonly Finding[], customizations: Customizations): readonly Finding[] {
  if (customizations.length === 0) return findings
  return findings.flatMap((finding) => {
    const severity = severityShown(finding, customizations)
    return severity === 'off' ? [] : [severity === finding.severity ? finding : { ...finding, severity }]
  })
}

const severityShown = ({ rule, severity }: Finding, customizations: Customizations): Severity | 'off' =>
  customizations.findLast((one) => names(one.rule, rule))?.severity ?? severity

const names = (pattern: string, rule: string): boolean =>
  pattern === rule || (pattern.endsWith('*') && rule.startsWith(pattern.slice(0, -1)))
