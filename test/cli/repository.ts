import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Files } from './workspace.js'

/** A git repository in a folder of its own. Paths are relative to it. */
export class Repository {
  private constructor(readonly folder: string) {}

  /** With these files in one commit on the branch `main`. */
  static of(files: Files): Repository {
    const made = new Repository(realpathSync(mkdtempSync(join(tmpdir(), 'proviso-git-'))))
    made.git('init', '-q', '-b', 'main')
    for (const [path, text] of Object.entries(files)) made.write(path, text)
    made.commit()
    return made
  }

  copy(): Repository {
    const copy = new Repository(realpathSync(mkdtempSync(join(tmpdir(), 'proviso-git-'))))
    cpSync(this.folder, copy.folder, { recursive: true })
    return copy
  }

  static cloneOf(source: Repository, ...options: readonly string[]): Repository {
    const clone = new Repository(join(realpathSync(mkdtempSync(join(tmpdir(), 'proviso-git-'))), 'clone'))
    execFileSync('git', ['clone', '-q', ...options, `file://${source.folder}`, clone.folder])
    return clone
  }

  git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org', '-c', 'core.autocrlf=false']
    return execFileSync('git', [...who, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  commit(): void {
    this.git('add', '-A')
    this.git('commit', '-q', '-m', 'A change', '--allow-empty')
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  /** What stands there must be there: an edit that does nothing is a mistake in a test. */
  replace(path: string, from: string, to: string): void {
    const before = this.read(path)
    if (!before.includes(from)) throw new Error(`${path} does not hold ${from}`)
    this.write(path, before.replace(from, to))
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.folder, to)), { recursive: true })
    renameSync(join(this.folder, from), join(this.folder, to))
  }

  delete(path: string): void {
    rmSync(join(this.folder, path))
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
