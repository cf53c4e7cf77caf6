import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PackFile } from '../../engine/rules/load-pack.js'
import { shownPath } from '../files/paths.js'
import { readText, whyUnreadable } from '../files/read-text.js'

export interface PackFiles {
  readonly files: readonly PackFile[]
  /** What could not be read, in words. */
  readonly problems: readonly string[]
}

/** The rule files of a pack: one YAML file, or all of a folder and the folders in it, in a stable order. */
export function readPackFiles(path: string, cwd: string): PackFiles {
  const shown = shownPath(cwd, path)
  try {
    const paths = statSync(path).isDirectory() ? yamlUnder(path) : [path]
    if (paths.length === 0) return { files: [], problems: [`${shown}: no rule files (*.yaml) in this folder`] }
    return readAll(paths, cwd)
  } catch (error) {
    return { files: [], problems: [`${shown}: ${whyUnreadable(error)}`] }
  }
}

function readAll(paths: readonly string[], cwd: string): PackFiles {
  const files: PackFile[] = []
  const problems: string[] = []
  for (const path of paths) {
    const read = readText(path)
    const shown = shownPath(cwd, path)
    if ('problem' in read) problems.push(`${shown}: ${read.problem}`)
    else files.push({ path: shown, text: read.text })
  }
  return { files, problems }
}

const yamlUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
