import type { ReadText, RulePaths } from '../engine/config/config-files.js'
import type { Pack } from '../engine/rules/pack.js'

/** Files by URI. On a machine they are read from the disk, in a browser through the client. */
export interface Files {
  exists(uri: string): Promise<boolean>
  read(uri: string): Promise<ReadText>
  /** Changes a file by what is in it (nothing where there is none), so that no change of anybody else is lost. Throws what `change` throws. */
  update(uri: string, change: (text: string | undefined) => string): Promise<void>
  /** The rule files at a URI; paths are URIs. */
  rulesAt(uri: string): Promise<RulePaths>
  /** All documents in a folder and the folders in it that no version control ignores, in a stable order. */
  documentsIn(folder: string): Promise<readonly string[]>
}

/** All that the server takes from outside, besides the connection. */
export interface World {
  /** The built-in pack; `given` is what the client handed over, if anything. */
  loadPack(given: unknown): Promise<Pack>
  /** Nothing where files are read through the client. */
  readonly files?: Files
  /** The URI of the folder with the rules' pages, where it lies on the machine. */
  readonly rulePages?: string
  /** The day, where the user is: `2026-11-28`. */
  today(): string
  /** Milliseconds. */
  now(): number
  /** Calls back when what is waiting now has been dealt with. */
  soon(callback: () => void): void
}
