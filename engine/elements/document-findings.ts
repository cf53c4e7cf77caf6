import type { Block } from '../document/block.js'
import type { Span } from '../document/span.js'
import type { DocumentProfile, Finding, MissingElement, Severity } from '../findings/finding.js'
import { digest } from '../findings/fingerprint.js'
import type { PlacedBlock } from '../findings/limitation-elsewhere.js'
import { documentRule } from '../rules/document-rule.js'
import type { Pack } from '../rules/pack.js'
import type { Settings } from '../settings.js'
import { findGaps, type Gap } from './find-gaps.js'

/** One finding for each element that a document of its kind lacks: settings and directives decide on each by itself. */
export function missingElements(
  placed: readonly PlacedBlock[],
  frontMatter: Span | undefined,
  profile: DocumentProfile,
  { elements }: Pack,
  { rules }: Settings,
): Finding[] {
  if (!elements) return []
  const blocks = placed.map(({ block }) => block)
  if (profile.by === 'inferred' && !hasWords(blocks, LEAST_WORDS)) return []
  const gaps = findGaps(blocks, profile.name, elements)
  if (gaps.length === 0) return []
  const span = anchorOf(placed, frontMatter)
  return gaps.flatMap((gap): Finding[] => {
    const rule = documentRule(gap.element.id)
    const severity = rules[rule] ?? severityOf(gap)
    return severity === 'off' ? [] : [findingFor(rule, severity, span, profile, missingOf(gap, blocks))]
  })
}

/** A draft of a few lines lacks everything: nothing is asked of it until it says itself what it is. */
const LEAST_WORDS = 100

/** Stops at the word that settles it: a block may hold megabytes. */
function hasWords(blocks: readonly Block[], least: number): boolean {
  let words = 0
  for (const { text } of blocks) {
    for (const _ of text.matchAll(/\S+/g)) {
      words++
      if (words >= least) return true
    }
  }
  return false
}

/** What is asked for is a warning, what would be good is information, and what another document may hold is a hint. */
const severityOf = ({ needed, pointer }: Gap): Severity =>
  pointer !== undefined ? 'hint' : needed === 'required' ? 'warning' : 'info'

function missingOf({ element, needed, pointer }: Gap, blocks: readonly Block[]): MissingElement {
  const words = pointer === undefined ? undefined : blocks[pointer]?.text.replace(/\s+/g, ' ').slice(0, 120)
  return { id: element.id, title: element.title, needed, ...(words === undefined ? {} : { pointer: words }) }
}

const findingFor = (
  rule: string,
  severity: Severity,
  span: Span,
  profile: DocumentProfile,
  missing: MissingElement,
): Finding => ({
  rule,
  severity,
  span,
  words: {},
  benchmarks: [],
  also: [],
  headings: [],
  fingerprint: `${digest(rule)}:1`,
  missing: { profile, elements: [missing] },
})

/** The title; else the first line of the front matter; else what the text begins with. */
function anchorOf(placed: readonly PlacedBlock[], frontMatter: Span | undefined): Span {
  const of = ({ block: { span }, by }: PlacedBlock): Span => ({ start: span.start + by, end: span.end + by })
  const title = placed.find(({ block }) => block.kind === 'heading')
  if (title) return of(title)
  if (frontMatter) return { start: frontMatter.start, end: frontMatter.start + 3 }
  const first = placed.find(({ block }) => block.kind !== 'front-matter') ?? (placed[0] as PlacedBlock)
  const { start, end } = of(first)
  return { start, end: Math.min(end, start + 80) }
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 }

/** One finding for a document: its rule is that of the weightiest element, and the others are named in `also`. */
export function summarised(findings: readonly Finding[]): Finding[] {
  const missing = findings.filter((finding) => finding.missing)
  if (missing.length < 2) return [...findings]
  const ranked = [...missing].sort((a, b) => RANK[a.severity] - RANK[b.severity])
  const [first, ...others] = ranked as [Finding, ...Finding[]]
  const summary: Finding = {
    ...first,
    also: others.map(({ rule }) => rule),
    fingerprint: `${digest(
      ranked
        .map(({ rule }) => rule)
        .sort()
        .join(' '),
    )}:1`,
    missing: {
      profile: (first.missing as NonNullable<Finding['missing']>).profile,
      elements: ranked.flatMap((one) => one.missing?.elements ?? []),
    },
  }
  const at = findings.indexOf(missing[0] as Finding)
  return [
    ...findings.slice(0, at).filter((one) => !one.missing),
    summary,
    ...findings.slice(at).filter((one) => !one.missing),
  ]
}
