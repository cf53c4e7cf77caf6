import type { Edit } from './edit.js'

/** Edits that can be made together, in order of place, and those that cannot, since another was there first. */
export interface Accepted {
  readonly edits: readonly Edit[]
  readonly refused: readonly Edit[]
}

/** Two edits overlap when one changes what the other stands in. What is put in at one place by several comes one after the other. */
export function acceptEdits(all: readonly Edit[]): Accepted {
  const edits: Edit[] = []
  const refused: Edit[] = []
  for (const edit of all) (edits.some((one) => overlap(one, edit)) ? refused : edits).push(edit)
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), refused }
}

function overlap(one: Edit, other: Edit): boolean {
  if (one.start === one.end && other.start === other.end) return false
  return one.start < other.end && other.start < one.end
}
