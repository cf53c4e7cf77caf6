export const fixKinds = ['harmless', 'cite'] as const
export type FixKind = (typeof fixKinds)[number]

export interface FixOptions {
  readonly fix?: FixKind
  readonly dryRun?: boolean
  /** Another name of the same, as formatters have it. */
  readonly diff?: boolean
}
