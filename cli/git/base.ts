import { Failure } from '../exit-codes.js'
import { git } from './git.js'

export interface Base {
  /** The top folder of the repository, absolute, links resolved. */
  readonly top: string
  /** The commit with which the working tree is compared. */
  readonly commit: string
  /** What the reader should know of the choice. */
  readonly note?: string
}

/**
 * Where the change began: the commit at which HEAD left REF. A shallow clone may not reach it; then it is REF itself, which shows too
 * much when REF has gone on, and never too little.
 */
export function baseOf(ref: string, cwd: string): Base {
  const top = said(git(cwd, ['rev-parse', '--show-toplevel']))
  if (top === undefined) throw new Failure('--diff-base needs a git repository, and this folder is in none')
  const commit = said(git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]))
  const shallow = said(git(cwd, ['rev-parse', '--is-shallow-repository'])) === 'true'
  if (commit === undefined) throw new Failure(`--diff-base: git knows no commit '${ref}' here${fetchAdvice(ref)}`)
  const common = said(git(cwd, ['merge-base', commit, 'HEAD']))
  if (common !== undefined) return { top, commit: common }
  if (!shallow) throw new Failure(`--diff-base: '${ref}' and HEAD have no commit in common`)
  return { top, commit, note: shallowNote(ref) }
}

function said({ ok, stdout }: ReturnType<typeof git>): string | undefined {
  const text = stdout.toString().trim()
  return ok && text !== '' ? text : undefined
}

function fetchAdvice(ref: string): string {
  const [, remote, branch] = /^(?:refs\/remotes\/)?(origin)\/(.+)$/.exec(ref) ?? []
  const wanted = branch ? `${remote} ${branch}:refs/remotes/${remote}/${branch}` : `origin ${ref}`
  return `; fetch it first: git fetch --depth=1 ${wanted}`
}

const shallowNote = (ref: string): string =>
  `this clone is too shallow to tell where the change left '${ref}': compared with '${ref}' itself; what '${ref}' has changed since may be ` +
  'counted as new. With more history (fetch-depth: 0, or git fetch --unshallow) it is exact'
