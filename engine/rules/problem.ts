/** What is wrong with a file of rules, knowledge or configuration. Line and column are 1-based, columns in UTF-16 units. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly expected: string
}
