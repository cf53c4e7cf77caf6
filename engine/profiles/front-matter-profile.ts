import type { FrontMatter } from '../document/block.js'
import type { Span } from '../document/span.js'

/** The profile that front matter asks for, and where its name stands in the source. */
export interface AskedProfile extends Span {
  readonly name: string
}

/** `proviso: {profile: NAME}` or the same over two lines; in TOML `[proviso]` with `profile = "NAME"`, or `proviso.profile = "NAME"`. */
const YAML =
  /^proviso:[ \t]*(?:\{[^}\n]*?\bprofile:[ \t]*|(?:\r?\n[ \t]+[^\n]*)*?\r?\n[ \t]+profile:[ \t]*)(["']?)([^\s"',}#]+)\1/m
const TOML =
  /^(?:\[proviso\][ \t]*(?:\r?\n(?!\[)[^\n]*)*?\r?\nprofile|proviso\.profile|proviso[ \t]*=[ \t]*\{[^}\n]*?\bprofile)[ \t]*=[ \t]*(["'])([^"'\n]+)\1/m

export function profileAsked({ format, value, start, end }: FrontMatter): AskedProfile | undefined {
  const found = (format === 'yaml' ? YAML : TOML).exec(value)
  const name = found?.[2]
  if (!found || name === undefined) return undefined
  const from = start + openingLength(end - start - value.length) + found.index + found[0].lastIndexOf(name)
  return { name, start: from, end: from + name.length }
}

/** Of all that is not value (two fences of three marks and two line ends) what stands before it: 4 of 8, with CRLF 5 of 10. */
const openingLength = (rest: number): number => (rest === 10 ? 5 : rest - 4)
