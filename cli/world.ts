import type { Pack } from '../engine/rules/pack.js'
import type { ShippedReference } from './cite/references.js'
import type { Helper, Work } from './threads/helper.js'

/** As a string, or as bytes in UTF-8. */
export type Text = string | Uint8Array

/** Where text goes. `columns` is known on a terminal only. */
export interface Sink {
  readonly isTTY: boolean
  readonly columns?: number | undefined
  /** A promise is kept when there is room for more; whoever writes little need not wait for it. */
  write(text: Text): void | Promise<void>
}

/** All that the command takes from outside, except the files that it is asked to read. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Sink
  readonly stderr: Sink
  readStdin(): Promise<Uint8Array>
  /** Standard input line by line, in UTF-8, no more of it than is asked for. */
  readLines(): AsyncIterable<string>
  /** Whether somebody can be asked. */
  readonly isInteractive: boolean
  /** A line that somebody writes; undefined when nothing more comes. */
  ask(): Promise<string | undefined>
  /** One for each time that documents or configurations under these paths have changed. */
  changes(paths: readonly string[]): AsyncIterable<void>
  /** The built-in pack. */
  loadPack(): Pack
  /** All references, as the build made them. */
  loadReferences(): readonly ShippedReference[]
  /** The day, where the user is: `2026-11-28`. */
  today(): string
  /** Milliseconds, for the progress line only. */
  now(): number
  /** Lets signals and other events in. */
  breathe(): Promise<void>
  /** Stands for the code and the rules of this build, in keys of the cache. */
  readonly build: string
  /** Further threads for long runs, where there are processors for them. */
  helper?(work: Work): Helper | undefined
  /** Runs the language server until it ends, and gives its exit code. */
  serve(): Promise<number>
}
