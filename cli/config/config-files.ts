import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigFiles, RulePaths } from '../../engine/config/config-files.js'
import { shownPath, toPosix } from '../files/paths.js'
import { readText, whyUnreadable } from '../files/read-text.js'

/** Configurations on the disk. `cwd` only shapes the names in messages. */
export const configFiles = (cwd: string): ConfigFiles => ({
  exists: async (path) => existsSync(path),
  read: async (path) => readText(path),
  rulesAt: async (path) => rulePaths(path),
  shown: (path) => shownPath(cwd, path),
})

function rulePaths(path: string): RulePaths {
  try {
    return { paths: statSync(path).isDirectory() ? yamlUnder(path) : [path] }
  } catch (error) {
    return { problem: whyUnreadable(error) }
  }
}

const yamlUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => toPosix(join(entry.parentPath, entry.name)))
    .sort()
