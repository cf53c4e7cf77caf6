import type { PackFile } from '../rules/load-pack.js'
import type { ConfigFiles } from './config-files.js'

export interface PackFiles {
  readonly files: readonly PackFile[]
  /** What could not be read, in words. */
  readonly problems: readonly string[]
}

/** The rule files of a pack: one YAML file, or all of a folder and the folders in it, in a stable order. */
export async function readPackFiles(path: string, from: ConfigFiles): Promise<PackFiles> {
  const shown = from.shown(path)
  const found = await from.rulesAt(path)
  if ('problem' in found) return { files: [], problems: [`${shown}: ${found.problem}`] }
  if (found.paths.length === 0) return { files: [], problems: [`${shown}: no rule files (*.yaml) in this folder`] }
  const files: PackFile[] = []
  const problems: string[] = []
  for (const one of found.paths) {
    const read = await from.read(one)
    if ('problem' in read) problems.push(`${from.shown(one)}: ${read.problem}`)
    else files.push({ path: from.shown(one), text: read.text })
  }
  return { files, problems }
}
