import type { Directive, Document } from '../document/block.js'
import { governedSpans } from '../document/governed.js'
import type { Span } from '../document/span.js'
import type { Pack } from '../rules/pack.js'
import { directivesCovering } from './covering.js'
import type { Finding, Note, Suppressed } from './finding.js'
import { nearest } from './nearest.js'

/** Findings that directives with a reason cover, those that stay, and what is wrong with the directives themselves. */
export function suppress(
  document: Document,
  findings: readonly Finding[],
  pack: Pack,
): { findings: Finding[]; suppressed: Suppressed[]; notes: Note[] } {
  const open = document.directives.filter(({ kind }) => kind !== 'enable')
  const covering = directivesCovering(open, governedSpans(document))
  const used = new Set<Directive>()
  const kept: Finding[] = []
  const suppressed: Suppressed[] = []
  for (const finding of findings) {
    const by = covering(finding)
    if (by) {
      used.add(by)
      suppressed.push({ finding, reason: by.reason })
    } else kept.push(finding)
  }
  const notes = open.flatMap((directive) => notesOn(directive, used.has(directive), document.source, pack))
  return { findings: kept, suppressed, notes }
}

/** `training/*` names every rule of its group. */
const names = (id: string, rule: string): boolean =>
  id === rule || (id.endsWith('/*') && rule.startsWith(id.slice(0, -1)))

function notesOn(directive: Directive, used: boolean, source: string, pack: Pack): Note[] {
  const place = { start: directive.start, end: directive.end }
  const unknown = directive.rules.filter(({ id }) => !pack.rules.some((rule) => names(id, rule.id)))
  const notes: Note[] = unknown.map(({ id, start, end }) => {
    const suggestion = nearest(
      id,
      pack.rules.map((rule) => rule.id),
    )
    return {
      kind: 'directive-unknown-rule',
      severity: 'warning',
      start,
      end,
      rule: id,
      ...(suggestion ? { suggestion, fix: { start, end, text: suggestion } } : {}),
    }
  })
  if (directive.reason === '') notes.push({ kind: 'directive-without-reason', severity: 'warning', ...place })
  else if (!used && unknown.length === 0) {
    notes.push({
      kind: 'directive-unused',
      severity: 'warning',
      ...place,
      fix: { ...withLine(place, source), text: '' },
    })
  }
  return notes
}

/** A directive alone on its line goes with the line. */
function withLine({ start, end }: Span, source: string): Span {
  const before = /(^|[\r\n])[ \t]*$/.exec(source.slice(Math.max(0, start - 200), start))
  const after = /^[ \t]*(\r\n|\r|\n|$)/.exec(source.slice(end, end + 200))
  if (!before || !after) return { start, end }
  return { start: start - before[0].length + (before[1] as string).length, end: end + after[0].length }
}
