import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../cli/run.js'
import type { Sink, World } from '../../cli/world.js'
import { fixturePack, here } from './fixture.js'

/** Files by path; the text or the bytes of each. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Runs a function in a folder of its own that holds these files. It counts as the top of a repository. */
export async function inFolder<Value>(files: Files, use: (folder: string) => Promise<Value> | Value): Promise<Value> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'proviso-')))
  try {
    for (const [path, content] of Object.entries({ '.git/HEAD': '', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface Circumstances {
  readonly stdin?: string | Uint8Array
  readonly env?: World['env']
  readonly terminal?: boolean
  readonly columns?: number
  /** Milliseconds that pass between two looks at the clock. */
  readonly tick?: number
  /** Whether something fails in the middle of the run. */
  readonly breaks?: boolean
  readonly today?: string
  /** In place of the short rules of test/cli/pack. */
  readonly loadPack?: World['loadPack']
  readonly helper?: World['helper']
  readonly breathe?: World['breathe']
  readonly build?: string
  /** What somebody at a terminal answers to the questions. */
  readonly answers?: readonly string[]
  readonly changes?: World['changes']
}

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in a folder, within this process. */
export async function runIn(cwd: string, args: readonly string[], around: Circumstances = {}): Promise<Outcome> {
  const {
    stdin = '',
    env = {},
    terminal = false,
    columns,
    tick = 0,
    breaks = false,
    helper,
    breathe,
    build = 'test',
    loadPack = fixturePack,
    today = '2026-11-28',
  } = around
  const [stdout, stderr] = [collector(terminal, columns), collector(terminal, columns)]
  const answers = [...(around.answers ?? [])]
  let time = 0
  const code = await run(args, {
    cwd,
    env,
    stdout: stdout.sink,
    stderr: stderr.sink,
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    isInteractive: around.answers !== undefined,
    ask: async () => answers.shift(),
    changes: around.changes ?? async function* () {},
    readLines: async function* () {
      yield* new TextDecoder().decode(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin).split('\n')
    },
    loadPack,
    loadReferences: () => JSON.parse(readFileSync(join(here, '../../knowledge/references.generated.json'), 'utf8')),
    today: () => today,
    now: () => {
      time += breaks ? 1000 : tick
      return time
    },
    breathe: async () => {
      if (breaks) throw new Error('broken off')
      await breathe?.()
    },
    serve: async () => 0,
    build,
    ...(helper ? { helper } : {}),
  })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

/** Runs the command on files, in a folder made for it. */
export const runOn = (files: Files, args: readonly string[], around: Circumstances = {}): Promise<Outcome> =>
  inFolder(files, (folder) => runIn(folder, args, around))

function collector(isTTY: boolean, columns: number | undefined): { sink: Sink; text: () => string } {
  const parts: string[] = []
  return {
    sink: {
      isTTY,
      columns,
      write: (text) => void parts.push(typeof text === 'string' ? text : new TextDecoder().decode(text)),
    },
    text: () => parts.join(''),
  }
}
