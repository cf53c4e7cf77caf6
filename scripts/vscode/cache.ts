import { homedir } from 'node:os'
import { join } from 'node:path'

/** What the tests of the extension need and this repository does not hold. It outlives a clone and lies outside every package. */
export const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'proviso-vscode')
