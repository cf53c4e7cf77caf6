import type { Pack } from '../engine/rules/pack.js'

/** Where text goes. `columns` is known on a terminal only. */
export interface Sink {
  readonly isTTY: boolean
  readonly columns?: number | undefined
  write(text: string): void
}

/** All that the command takes from outside, except the files that it is asked to read. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Sink
  readonly stderr: Sink
  readStdin(): Promise<Uint8Array>
  /** The built-in pack. */
  loadPack(): Pack
  /** Milliseconds, for the progress line only. */
  now(): number
  /** Lets signals and other events in. */
  breathe(): Promise<void>
  /** Runs the language server until it ends, and gives its exit code. */
  serve(): Promise<number>
}
