import { parseDocument } from '../../engine/document/parse.js'
import { explainAt } from '../../engine/explain.js'
import type { Pack } from '../../engine/rules/pack.js'
import type { Labelled } from './labelled.js'

const MOST = 5

/** Why the engine said what it said at a place, in a line or two: what `explain` shows, shortened. */
export function traceAt({ text }: Labelled, at: number, pack: Pack): string[] {
  const explained = explainAt(parseDocument(text, 'markdown'), pack, at)
  if (!explained) return ['no prose here']
  const { considered, opinion } = explained
  const frames = considered.map(
    ({ rule, outcome, guards = [] }) => `${rule} ${outcome}${guards.length > 0 ? ` by ${guards.join(' ')}` : ''}`,
  )
  if (!opinion) return frames
  const shown = (list: readonly { readonly name: string; readonly weight: number }[]): string =>
    list
      .slice(0, MOST)
      .map(({ name, weight }) => `${weight > 0 ? '+' : ''}${weight.toFixed(1)} ${name}`)
      .join(' · ')
  const judged = opinion.worthALook
    ? `${opinion.score.toFixed(1)}: ${shown(opinion.evidence)}`
    : 'passed by at a glance'
  return [...frames, judged, shown(opinion.reasons)].filter((line) => line !== '')
}
