import type { Finding } from '../../engine/findings/finding.js'
import type { Hidden } from '../reports/report.js'

/** Takes findings out that are not new. */
export interface Sieve {
  readonly kind: keyof Hidden
  /** Those that are new. Documents come in order of path; `path` is absolute. */
  readonly keep: (
    findings: readonly Finding[],
    document: { readonly path: string; readonly source: string },
  ) => readonly Finding[]
  /** After all documents; with the paths of those that could not be checked. */
  readonly end?: (faulty: readonly string[]) => void
}
