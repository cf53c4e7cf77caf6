import type { Status } from '../../server/protocol.js'

/** What the language status item says. */
export interface StatusWords {
  readonly text: string
  readonly detail: string
  readonly level: 'information' | 'warning' | 'error'
}

export function wordsOf(status: Status): StatusWords {
  if (status.silence === 'failed') return { text: SILENCE.failed, detail: status.problem ?? '', level: 'error' }
  const text = status.silence ? SILENCE[status.silence] : countWords(status.counts)
  const detail = [status.problem, measureWords(status)].filter((part) => part !== undefined).join(' · ')
  return { text, detail, level: status.problem ? 'warning' : 'information' }
}

export const WAITING: StatusWords = { text: 'Proviso', detail: 'Not checked yet', level: 'information' }

/** A document without findings is no certified one, so that no word here says so. */
const SILENCE: Readonly<Record<NonNullable<Status['silence']>, string>> = {
  clean: 'No overclaims found',
  ignored: 'Not checked: ignored by .proviso.yaml',
  'switched-off': 'Not checked: switched off in the settings',
  unsupported: 'Not checked: Proviso does not read this language',
  failed: 'Could not be checked',
}

function countWords(counts: Status['counts']): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0)
  return parts.map(([severity, count]) => `${count} ${count === 1 ? severity : `${severity}s`}`).join(', ')
}

/** Nothing was measured where nothing was read. */
const measureWords = ({ silence, profile, milliseconds }: Status): string | undefined =>
  silence === undefined || silence === 'clean'
    ? `profile ${profile}, ${Math.max(1, Math.round(milliseconds))} ms`
    : undefined
