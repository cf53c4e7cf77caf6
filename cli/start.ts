#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { codeCacheOf, compiled, runScript } from './start/compiled.js'

/** The command itself is in main.js. To compile it takes longer than to check a page: the build has done it already. */
const main = join(import.meta.dirname, 'main.js')
const cache = codeCache()
if (cache) runScript(compiled(main, cache), main)
else createRequire(main)(main)

function codeCache(): Buffer | undefined {
  try {
    return readFileSync(codeCacheOf(main))
  } catch {
    return undefined
  }
}
