import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, type } from 'node:os'
import { join } from 'node:path'
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { root } from './pack-files.js'

/**
 * npm run bench:editor: the built server as an editor sees it. A document of 600 kB is opened over stdio, then edited at random places; the
 * clock runs from before `didChange` is sent until the new diagnostics have been received and parsed. `--write` keeps the figures in docs/.
 */
const SIZE = 600_000
const EDITS = 200
const MORE_EDITS = 1000
const URI = 'file:///bench/long.md'

interface Figures {
  readonly characters: number
  readonly diagnostics: number
  readonly open: number
  /** Milliseconds of each edit. */
  readonly pushed: readonly number[]
  readonly pulled: readonly number[]
  /** Milliseconds of the processor that the server took for each edit, which say less of what else the machine does. */
  readonly processor: readonly number[]
  readonly openProcessor: number
  /** Megabytes after the heap was cleared. */
  readonly memory: { readonly early: number; readonly late: number }
}

async function main(): Promise<void> {
  const text = longDocument()
  const pushed = await withServer({}, (server) => measurePush(server, text))
  const pulled = await withServer({ textDocument: { diagnostic: {} } }, (server) => measurePull(server, text))
  const figures: Figures = { characters: text.length, ...pushed, pulled }
  const table = tableOf(figures)
  console.log(table)
  if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/benchmarks-editor.md'), page(table))
}

interface Server {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly random: () => number
  /** The next diagnostics for a version. */
  published(version: number): Promise<PublishDiagnosticsParams>
  memory(): Promise<number>
  processor(): Promise<number>
}

async function withServer<Result>(capabilities: object, use: (server: Server) => Promise<Result>): Promise<Result> {
  const child = spawn(process.execPath, ['--expose-gc', join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PROVISO_MEASURE: '1' },
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const waiting = new Map<number, (sent: PublishDiagnosticsParams) => void>()
  connection.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) => {
    waiting.get(sent.version ?? -1)?.(sent)
    waiting.delete(sent.version ?? -1)
  })
  connection.listen()
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities })
  await connection.sendNotification('initialized', {})
  try {
    return await use({
      process: child,
      connection,
      random: randomFrom(20261128),
      published: (version) => new Promise((resolve) => waiting.set(version, resolve)),
      memory: () => connection.sendRequest<number>('proviso/memory'),
      processor: () => connection.sendRequest<number>('proviso/processor'),
    })
  } finally {
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    connection.dispose()
  }
}

async function measurePush(server: Server, text: string): Promise<Omit<Figures, 'characters' | 'pulled'>> {
  const document = TextDocument.create(URI, 'markdown', 1, text)
  let spent = await server.processor()
  const started = performance.now()
  const first = server.published(1)
  await open(server, document)
  const { diagnostics } = await first
  const opened = performance.now() - started
  const since = async (): Promise<number> => {
    const before = spent
    spent = await server.processor()
    return spent - before
  }
  const openProcessor = await since()
  const pushed: number[] = []
  const processor: number[] = []
  let early = 0
  for (let edit = 1; edit <= MORE_EDITS; edit++) {
    const change = randomEdit(document, server.random)
    const begun = performance.now()
    const answer = server.published(document.version + 1)
    await send(server, document, change)
    await answer
    if (edit <= EDITS) {
      pushed.push(performance.now() - begun)
      processor.push(await since())
    }
    if (edit === 100) {
      early = await server.memory()
      await since()
    }
  }
  return {
    diagnostics: diagnostics.length,
    open: opened,
    openProcessor,
    pushed,
    processor,
    memory: { early, late: await server.memory() },
  }
}

async function measurePull(server: Server, text: string): Promise<readonly number[]> {
  const document = TextDocument.create(URI, 'markdown', 1, text)
  await open(server, document)
  const pull = () => server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } })
  await pull()
  const times: number[] = []
  for (let edit = 1; edit <= EDITS; edit++) {
    const change = randomEdit(document, server.random)
    const begun = performance.now()
    await send(server, document, change)
    await pull()
    times.push(performance.now() - begun)
  }
  return times
}

const open = ({ connection }: Server, document: TextDocument): Promise<void> =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text: document.getText() },
  })

interface Change {
  readonly range: Range
  readonly text: string
}

/** The editor's own copy is kept after the message is on its way. */
async function send({ connection }: Server, document: TextDocument, change: Change): Promise<void> {
  const version = document.version + 1
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [change],
  })
  TextDocument.update(document, [change], version)
}

const TYPED = ['a', ' ', '.', 'e', ' safe', ' not', '\n', '\n\n', 'RLHF ', '**', ' The model is completely safe.', '- ']

/** Mostly a key or two, some words taken away, now and then a line of its own. */
function randomEdit(document: TextDocument, random: () => number): Change {
  const at = Math.floor(random() * document.getText().length)
  const removed = random() < 0.3 ? Math.floor(random() * 12) : 0
  const text = TYPED[Math.floor(random() * TYPED.length)] ?? 'a'
  return { range: { start: document.positionAt(at), end: document.positionAt(at + removed) }, text }
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A real long document by turns with labelled ones where they are at hand, else the examples with the documents of the tests. */
function longDocument(): string {
  const [long, others] = [markdownIn('../shared/report'), markdownIn('../shared/corpus')]
  const isThere = long.length > 0 && others.length > 0
  const turns = isThere ? [long, others] : [markdownIn('examples'), markdownIn('test/corpus')]
  let text = ''
  for (let at = 0; text.length < SIZE; at++) {
    const texts = turns[at % 2] as string[]
    text += `${texts[Math.floor(at / 2) % texts.length]}\n\n`
  }
  return text.slice(0, SIZE)
}

function markdownIn(folder: string): string[] {
  try {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'))
    return names.sort().map((name) => readFileSync(join(root, folder, name), 'utf8'))
  } catch {
    return []
  }
}

const share = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0

function tableOf({
  characters,
  diagnostics,
  open: opened,
  openProcessor,
  pushed,
  pulled,
  processor,
  memory,
}: Figures): string {
  const grown = (100 * (memory.late - memory.early)) / memory.early
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  const rows = [
    ['Document', `${characters} characters, ${diagnostics} diagnostics`, ''],
    ['First diagnostics after opening, cold server', ms(opened), '700 ms'],
    ['The same, time of the processor', ms(openProcessor), ''],
    [`Diagnostics sent after an edit, median of ${EDITS}`, ms(share(pushed, 0.5)), ''],
    ['The same, 95th percentile', ms(share(pushed, 0.95)), '16 ms'],
    ['Time of the processor for an edit, median', ms(share(processor, 0.5)), ''],
    ['The same, 95th percentile', ms(share(processor, 0.95)), ''],
    [`Diagnostics asked for after an edit, median of ${EDITS}`, ms(share(pulled, 0.5)), ''],
    ['The same, 95th percentile', ms(share(pulled, 0.95)), '16 ms'],
    ['Memory after 100 edits', `${memory.early.toFixed(1)} MB`, ''],
    [`Memory after ${MORE_EDITS} edits`, `${memory.late.toFixed(1)} MB (${grown.toFixed(1)} %)`, '10 %'],
  ]
  return ['| What | Measured | Aim |', '| --- | --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

function page(table: string): string {
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${type()}, Node ${process.versions.node}`
  return `# Benchmarks in an editor

\`dist/server.js\` over standard input and output, with nothing between a change and its check: no delay is set. The clock runs from before
\`didChange\` is sent until the new diagnostics of the whole document have been received and parsed by the other process. Edits stand at random
places: letters, words, line ends, emphasis, list marks, claims. Memory is the heap in use after garbage collection.

${table}

Measured on ${new Date().toISOString().slice(0, 10)} on ${machine}, with a load average of
${loadavg()[0]?.toFixed(1)} (on ${cpus().length} processors; a quiet machine has less than 1 besides the benchmark). Again: \`npm run bench:editor -- --write\`.
`
}

main()
