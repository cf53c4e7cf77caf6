/** URIs as paths with `/`, and back. Within one scheme and host a path is all that differs. */

const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*):(\/\/[^/?#]*)?([^?#]*)/

export const schemeOf = (uri: string): string => PARTS.exec(uri)?.[1] ?? ''

export function pathOf(uri: string): string {
  const path = PARTS.exec(uri)?.[3] ?? uri
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The URI of another path beside a URI. */
export function withPath(uri: string, path: string): string {
  const [, scheme = 'file', host = ''] = PARTS.exec(uri) ?? []
  const rooted = path.startsWith('/') ? path : `/${path}`
  return `${scheme}:${host}${rooted.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':')}`
}

/** Clients write the same URI in more than one way (`%3A` and `:`). */
export const sameUri = (one: string, other: string): boolean =>
  one === other || (schemeOf(one) === schemeOf(other) && pathOf(one) === pathOf(other))

/** A document whose place on a disk or in a workspace decides its configuration. */
export const hasPlace = (uri: string): boolean => schemeOf(uri) !== 'untitled' && pathOf(uri).startsWith('/')
