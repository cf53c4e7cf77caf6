import type { ReportReference } from '../../engine/rules/pack.js'

/** A reference in every format and style, as Citation.js made it; the command only chooses. */
export interface ShippedReference extends ReportReference {
  /** As limitations and sources are called in Proviso. */
  readonly id: string
  /** As bibliographies call it. */
  readonly key: string
  readonly kind: 'report' | 'limitation' | 'source'
  /** Ids of the works that a limitation rests on. */
  readonly behind: readonly string[]
  readonly ris: string
}
