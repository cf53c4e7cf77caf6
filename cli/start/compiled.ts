import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

/** Where the build keeps what V8 made of a bundle. Another V8 or processor has no such file, and compiles as always. */
export const codeCacheOf = (file: string): string =>
  join(dirname(file), `main-${process.versions.v8}-${process.arch}.cache`)

/** A bundle as a script, compiled from the cache where V8 takes it. */
export function compiled(file: string, cachedData?: Buffer): Script {
  return new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, ...(cachedData ? { cachedData } : {}) })
}

/** Runs it as `require` would. */
export function runScript(script: Script, file: string): void {
  const module = new Module(file)
  script.runInThisContext().call(module.exports, module.exports, createRequire(file), module, file, dirname(file))
}
