/** JSON as it stands inside another value, its first line left where it is. No string in JSON holds a line end: each one is layout. */
export const indented = (value: object, by: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`)
