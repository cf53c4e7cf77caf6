export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`

export const exitHelp = `
Exit code:
  0  nothing at or above --fail-on (default: warning)
  1  findings
  2  could not do the job: wrong usage or configuration, unreadable input,
     internal error; what could be checked is reported all the same
`
