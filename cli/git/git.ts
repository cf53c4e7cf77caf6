import { spawnSync } from 'node:child_process'
import { Failure } from '../exit-codes.js'

export interface GitAnswer {
  readonly ok: boolean
  readonly stdout: Buffer
  /** The first line of what git said about a failure. */
  readonly why: string
}

/**
 * Runs git in a folder, without a shell. What a repository's settings could start or fetch is off: programs for differences and for
 * watching files, and missing objects from a network.
 */
export function git(cwd: string, args: readonly string[], input?: string): GitAnswer {
  const settings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'diff.suppressBlankEmpty=false']
  const { status, stdout, stderr, error } = spawnSync('git', [...settings, ...args], {
    cwd,
    input,
    maxBuffer: 2 ** 31 - 1,
    env: { ...process.env, LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  })
  if (error && (error as NodeJS.ErrnoException).code === 'ENOENT')
    throw new Failure('git is needed here and is not installed')
  const why = (stderr?.toString() || error?.message || '').trim().split('\n')[0] ?? ''
  return { ok: status === 0, stdout: stdout ?? Buffer.alloc(0), why: why.replace(/^(fatal|error): /, '') }
}

/** What git answers, or a failure with what git said. */
export function askGit(cwd: string, args: readonly string[], input?: string): Buffer {
  const { ok, stdout, why } = git(cwd, args, input)
  if (!ok) throw new Failure(`git ${args[0]}: ${why}`)
  return stdout
}
