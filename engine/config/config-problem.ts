import type { Problem } from '../rules/problem.js'

/** An error means that something that the file asks for could not be done; a warning, that it has no effect. */
export interface ConfigProblem extends Problem {
  readonly severity: 'error' | 'warning'
}

export const sayProblem = ({ file, line, column, message, expected }: Problem): string =>
  `${file}:${line}:${column}: ${message}${expected === '' ? '' : ` (expected ${expected})`}`
