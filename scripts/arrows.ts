import { builtinModules } from 'node:module'
import { posix } from 'node:path'

/**
 * knowledge, rules <- engine <- server <- client, and engine <- cli. Server and command never meet. Of the server the client knows
 * the names of what they say to each other, and nothing else.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: ['engine'],
  disk: ['disk'],
  cli: ['cli', 'engine', 'disk'],
  server: ['server', 'engine', 'disk'],
  client: ['client', 'server/protocol.js'],
}

/** Only these see the world outside. */
const SEES_NODE = ['disk', 'cli', 'server', 'client']
const SEES_EDITOR = ['server', 'client']

export interface Forbidden {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** Imports of a source file (path from the root, with `/`) that go against the arrows. */
export function forbiddenImports(path: string, source: string): Forbidden[] {
  const folder = path.split('/')[0] ?? ''
  return importsIn(source).flatMap(({ specifier, line }) => {
    const reason = whyForbidden(folder, path, specifier)
    return reason ? [{ path, line, message: `${folder}/ may not import ${specifier}: ${reason}` }] : []
  })
}

function whyForbidden(folder: string, path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier)
    const isAllowed = MAY_IMPORT[folder]?.some((place) => target === place || target.startsWith(`${place}/`))
    return isAllowed ? undefined : 'it is against the direction of dependencies'
  }
  if (isNode(specifier) && !SEES_NODE.includes(folder)) return 'it does no I/O and runs anywhere'
  if (/^vscode(-|\/|$)/.test(specifier) && !SEES_EDITOR.includes(folder)) return 'it knows no editor'
  return undefined
}

const isNode = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0] ?? '')

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g

function importsIn(source: string): { specifier: string; line: number }[] {
  return [...source.matchAll(IMPORT)].map((match) => ({
    specifier: match[2] ?? '',
    line: source.slice(0, match.index).split('\n').length,
  }))
}
