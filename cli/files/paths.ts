import { isAbsolute, relative, resolve, sep } from 'node:path'

export const toPosix = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

/** A path as reports show it: relative to the working folder, with `/`. On another drive it stays absolute. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, resolve(cwd, path))
  return toPosix(shown === '' || isAbsolute(shown) ? resolve(cwd, path) : shown)
}
