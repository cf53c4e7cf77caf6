import { nearest } from '../findings/nearest.js'
import type { ConfigProblem } from './config-problem.js'
import type { RuleName } from './read-config.js'

/** Whether a name in a configuration covers a rule: the rule itself, its group (`training/*`) or all (`*`). */
export const covers = (name: string, rule: string): boolean =>
  name === rule || name === '*' || (name.endsWith('/*') && rule.startsWith(name.slice(0, -1)))

/** Names that cover no rule. */
export function unknownRules(names: readonly RuleName[], rules: readonly string[]): ConfigProblem[] {
  const groups = [...new Set(rules.map((rule) => `${rule.split('/')[0]}/*`))]
  return names.flatMap(({ name, ...place }) => {
    if (rules.some((rule) => covers(name, rule))) return []
    const meant = nearest(name, [...rules, ...groups])
    const message = `unknown rule '${name}'${meant ? `; did you mean '${meant}'?` : ''}`
    return [{ ...place, severity: 'warning', message, expected: '' }]
  })
}
