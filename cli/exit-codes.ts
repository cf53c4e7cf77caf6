/** Three codes, three meanings. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Could not do the job: bad usage or configuration, unreadable input, internal error. */
  failed: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A reason, in words for the person at the terminal, why the job cannot be done. */
export class Failure extends Error {
  override readonly name = 'Failure'
}
