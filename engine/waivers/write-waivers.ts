import { stringify } from 'yaml'
import { lineEndOf } from '../findings/fixes/edit.js'
import { readWaivers } from './read-waivers.js'
import type { Waiver } from './waiver.js'

const HEADING =
  '# Claims that we stand by, one block for each, in the order of their fingerprints: see proviso waivers.\n'

/**
 * The text of a file of waivers with one more, or with another in the place of one for the same claim. All other blocks stay letter
 * for letter, with the comments before them. Throws where the file cannot be read as one of waivers: nothing in it shall be lost.
 */
export function withWaiver(source: string | undefined, waiver: Waiver, shown: string): string {
  const text = source === undefined || source.trim() === '' ? HEADING : source
  const [problem] = readWaivers(shown, text).problems
  if (problem) throw new Error(`${shown}:${problem.line}:${problem.column}: ${problem.message}`)
  const line = lineEndOf(text)
  const { heading, blocks } = blocksIn(text)
  const block = { claim: waiver.claim, text: blockFor(waiver).replaceAll('\n', line) }
  const kept = blocks.filter(({ claim }) => claim !== waiver.claim)
  const at = kept.findIndex(({ claim }) => claim > waiver.claim)
  const all = at < 0 ? [...kept, block] : [...kept.slice(0, at), block, ...kept.slice(at)]
  return (
    [heading, ...all.map((one) => one.text)]
      .map((part) => part.trimEnd())
      .filter(Boolean)
      .join(line + line) + line
  )
}

const ORDER = [
  'claim',
  'rule',
  'severity',
  'text',
  'file',
  'reason',
  'evidence',
  'owner',
  'approver',
  'date',
  'until',
  'model',
] as const

function blockFor(waiver: Waiver): string {
  const entry = Object.fromEntries(ORDER.flatMap((key) => (waiver[key] === undefined ? [] : [[key, waiver[key]]])))
  return stringify([entry], { lineWidth: 0, schema: 'failsafe', singleQuote: false })
}

interface WaiverBlock {
  readonly claim: string
  readonly text: string
}

/** A block begins at its dash, or at the comments right before it. */
function blocksIn(text: string): { heading: string; blocks: WaiverBlock[] } {
  const lines = text.split(/(?<=\n)/)
  const starts = lines.flatMap((line, at) => (/^- /.test(line) ? [at] : []))
  const from = starts.map((start) => {
    let first = start
    while (first > 0 && /^#/.test(lines[first - 1] as string) && !isHeading(lines, first - 1)) first--
    return first
  })
  const blocks = from.map((start, at) => {
    const block = lines.slice(start, from[at + 1]).join('')
    return { claim: /^- (?:[\s\S]*?\n {2})?claim: *["']?([^\s"']+)/m.exec(block)?.[1] ?? '', text: block }
  })
  return { heading: lines.slice(0, from[0] ?? lines.length).join(''), blocks }
}

/** Comments at the top of the file, up to an empty line, are the file's own. */
const isHeading = (lines: readonly string[], at: number): boolean =>
  lines.slice(0, at + 1).every((line) => /^#/.test(line))
