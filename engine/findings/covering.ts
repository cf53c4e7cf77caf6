import type { Directive } from '../document/block.js'
import { lastAtOrBefore } from '../document/halving.js'
import { overlaps, type Span } from '../document/span.js'
import type { Finding } from './finding.js'

/** Finds the first directive in the text that names the rule of a finding, or no rule, governs its place and gives a reason. */
export function directivesCovering(
  directives: readonly Directive[],
  spanOf: (directive: Directive) => Span,
): (finding: Finding) => Directive | undefined {
  const lists = new Map<string, Listed[]>()
  directives.forEach((directive, number) => {
    if (directive.reason === '') return
    const one = { directive, number, span: spanOf(directive), reach: 0 }
    for (const name of directive.rules.length === 0 ? [ANY] : directive.rules.map(({ id }) => id))
      list(lists, name, one)
  })
  for (const all of lists.values()) sortByPlace(all)
  return ({ rule, span }) => {
    const found = [ANY, rule, `${rule.split('/')[0]}/*`].flatMap((name) => covering(lists.get(name) ?? [], span))
    return found.reduce<Listed | undefined>(
      (first, one) => (first && first.number < one.number ? first : one),
      undefined,
    )?.directive
  }
}

/** Stands for a directive that names no rule; no rule has this name. */
const ANY = ''

interface Listed {
  readonly directive: Directive
  readonly number: number
  readonly span: Span
  /** How far this one and those before it in the list reach. */
  reach: number
}

/** One that governs nothing beyond what an earlier one governs is never the first: so is each of many that are never ended, but one. */
function list(lists: Map<string, Listed[]>, name: string, one: Listed): void {
  const all = lists.get(name) ?? []
  lists.set(name, all)
  const last = all.at(-1)
  if (last && last.span.start <= one.span.start && one.span.end <= last.span.end) return
  all.push({ ...one })
}

function sortByPlace(all: Listed[]): void {
  all.sort((a, b) => a.span.start - b.span.start || a.number - b.number)
  let reach = 0
  for (const one of all) {
    reach = Math.max(reach, one.span.end)
    one.reach = reach
  }
}

function covering(all: readonly Listed[], place: Span): Listed[] {
  const found: Listed[] = []
  for (let at = lastAtOrBefore(all, startOf, place.end - 1); (all[at]?.reach ?? 0) > place.start; at--) {
    const one = all[at] as Listed
    if (overlaps(one.span, place)) found.push(one)
  }
  return found
}

const startOf = ({ span }: Listed): number => span.start
