export const fixKinds = ['harmless', 'cite'] as const
export type FixKind = (typeof fixKinds)[number]

export interface FixOptions {
  readonly fix?: FixKind
  readonly dryRun?: boolean
  readonly diff?: boolean
}
