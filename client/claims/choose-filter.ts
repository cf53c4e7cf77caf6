import { type QuickPickItem, QuickPickItemKind, window } from 'vscode'
import type { ClaimItem } from '../../server/protocol.js'
import type { ClaimsFilter } from './filter.js'
import { groupBy } from './group.js'

interface Choice extends QuickPickItem {
  readonly rule?: string
  readonly severity?: ClaimItem['severity']
}

/** Lets a person pick among the rules and severities that occur; undefined when they change their mind. */
export async function chooseFilter(claims: readonly ClaimItem[], now: ClaimsFilter): Promise<ClaimsFilter | undefined> {
  const picked = await window.showQuickPick(choices(claims, now), {
    canPickMany: true,
    matchOnDescription: true,
    title: 'Filter Claims',
    placeHolder: 'Severities and rules to show; none shows all',
  })
  return (
    picked && {
      rules: picked.flatMap(({ rule }) => rule ?? []),
      severities: picked.flatMap(({ severity }) => severity ?? []),
    }
  )
}

function choices(claims: readonly ClaimItem[], { rules, severities }: ClaimsFilter): Choice[] {
  const bySeverity = groupBy(claims, ({ severity }) => severity)
  const byRule = groupBy(claims, ({ rule }) => rule)
  return [
    heading('Severities'),
    ...[...bySeverity].map(([severity, all]) => ({
      label: severity,
      description: times(all.length),
      severity,
      picked: severities.includes(severity),
    })),
    heading('Rules'),
    ...[...byRule].sort().map(([rule, all]) => ({
      label: all[0]?.ruleTitle ?? rule,
      description: `${rule}, ${times(all.length)}`,
      rule,
      picked: rules.includes(rule),
    })),
  ]
}

const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator })
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
