import type { Note } from './finding.js'

/** What a note on a directive says to the reader. */
export function noteWords({ kind, rule, suggestion }: Note): string {
  if (kind === 'directive-without-reason')
    return 'This directive gives no reason and has no effect. Add one after "--".'
  if (kind === 'directive-unused') return 'Nothing here is suppressed by this directive. It can go.'
  if (kind === 'profile-unknown')
    return `No profile is called ${rule ?? 'this'}${suggestion ? `. Did you mean ${suggestion}?` : '.'}`
  return `No rule is called ${rule ?? 'this'}${suggestion ? `. Did you mean ${suggestion}?` : '.'}`
}
