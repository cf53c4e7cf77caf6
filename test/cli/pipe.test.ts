import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { streamLines } from '../../cli/files/stream-lines.js'
import { card, launch, suppressed } from './documents.js'
import { here } from './fixture.js'
import { inFolder, runIn, runOn } from './workspace.js'

const command = join(here, '../../dist/cli.js')
const line = (value: unknown): string => `${JSON.stringify(value)}\n`
const documents = { 'a.md': launch, 'b.md': card, 'c/d.md': suppressed, 'e.txt': 'Lark is completely safe.' }
const asked = Object.entries(documents)
  .map(([path, text]) => line({ path, text }))
  .join('')

describe('proviso pipe', function () {
  this.timeout(60_000)
  const answers = async (stdin: string) => {
    const { stdout, code, stderr } = await runOn({}, ['pipe'], { stdin })
    deepEqual({ code, stderr }, { code: 0, stderr: '' })
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((one) => JSON.parse(one))
  }

  it('answers each line with a line, in their order', async () => {
    deepEqual(
      (await answers(asked)).map(({ kind, path, findings }) => [kind, path, findings.length]),
      [
        ['file', 'a.md', 3],
        ['file', 'b.md', 0],
        ['file', 'c/d.md', 1],
        ['file', 'e.txt', 1],
      ],
    )
  })

  it('answers as check --format jsonl does, and merge takes its answers', () =>
    inFolder(documents, async (folder) => {
      const checked = (await runIn(folder, ['check', '--format', 'jsonl'])).stdout.trimEnd().split('\n').slice(1, -1)
      const piped = (await runIn(folder, ['pipe'], { stdin: asked })).stdout
      equal(piped, `${checked.join('\n')}\n`)
      const merged = await runIn(folder, ['merge', '-', '-f', 'sarif'], { stdin: piped })
      equal(merged.stdout, (await runIn(folder, ['check', '-f', 'sarif'])).stdout)
    }))

  it('reads the configuration that a path has', () =>
    inFolder({ 'c/.proviso.yaml': 'rules: { framing/*: off }\n' }, async (folder) => {
      const { stdout } = await runIn(folder, ['pipe'], {
        stdin: line({ path: 'c/x.md', text: 'Lark is completely safe.' }),
      })
      equal(JSON.parse(stdout).findings.length, 0)
    }))

  const bad = (title: string, given: string, error: RegExp, path?: string): void => {
    it(`answers ${title} with an error, and goes on`, async () => {
      const [first, second, ...more] = await answers(`${given}\n${line({ path: 'a.md', text: 'Lunch.' })}`)
      deepEqual([first.kind, first.path, more], ['error', path, []])
      match(first.error, error)
      equal(second.path, 'a.md')
    })
  }
  bad('a line that is no JSON', '{"path": "a.md"', /^this line is not JSON/)
  bad('a number', '3', /path is no text/)
  bad('null', 'null', /path is no text/)
  bad('a list', '[]', /path is no text/)
  bad('a line without a text', '{"path": "a.md"}', /text is no text/, 'a.md')
  bad('a text that is a number', '{"path": "a.md", "text": 4}', /text is no text/, 'a.md')
  bad('a line without a path', '{"text": "Hello."}', /path is no text/)
  bad('an empty path', '{"path": "", "text": "Hello."}', /path is no text/)

  it('passes empty lines by, and takes a last line without an end', async () => {
    equal(
      (await answers(`\n\n${line({ path: 'a.md', text: '' })}\r\n${line({ path: 'b.md', text: '' }).trimEnd()}`))
        .length,
      2,
    )
  })

  it('refuses a configuration that cannot be read', async () => {
    const { code, stderr } = await runOn({ '.proviso.yaml': 'rules: 3\n' }, ['pipe'], { stdin: asked })
    equal(code, 2)
    match(stderr, /\.proviso\.yaml:1:8/)
  })

  it('answers a line before it is given the next one', async () => {
    const child = spawn(process.execPath, [command, 'pipe'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = streamLines(child.stdout)[Symbol.asyncIterator]()
    for (const path of ['a.md', 'b.md', 'c.md']) {
      child.stdin.write(line({ path, text: 'Lunch.' }))
      equal(JSON.parse((await lines.next()).value).path, path)
    }
    child.stdin.end()
    deepEqual(await once(child, 'close'), [0, null])
  })

  it('reads no more than it has answered when nobody takes its answers', async () => {
    const child = spawn(process.execPath, [command, 'pipe'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const text = 'Our AI model is completely safe. '.repeat(3000)
    let given = 0
    while (given < 100 && child.stdin.write(line({ path: `${given}.md`, text }))) given++
    // It takes what its own buffers and those of the system hold, and then waits: all the rest stays here.
    const waits = await new Promise<boolean>((resolve) => {
      const write = (): void => {
        if (given++ >= 400) resolve(false)
        else if (child.stdin.write(line({ path: `${given}.md`, text }))) setImmediate(write)
        else if (!child.stdin.writableNeedDrain) write()
        else resolve(true)
      }
      write()
    })
    ok(waits)
    child.stdin.on('error', () => undefined)
    child.kill()
    await once(child, 'close')
  })

  it('splits lines wherever a chunk ends, in the middle of a character too', async () => {
    const bytes = Buffer.from('a模\n\n👩‍🔬b\r\nlast')
    for (let size = 1; size < bytes.length; size++) {
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const found: string[] = []
      for await (const one of streamLines(chunks())) found.push(one)
      deepEqual(found, ['a模', '', '👩‍🔬b\r', 'last'])
    }
  })
})

describe('many machines', function () {
  this.timeout(300_000)
  const parallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' })
  const isHere = parallel.status === 0 && parallel.stdout.startsWith('GNU parallel')
  const absent = isHere ? '' : ' (skipped: GNU parallel is not here)'
  const COUNT = 10_000
  const STREAM = 2000
  const sentences = [
    'Our AI model is completely safe.',
    'We met on Tuesday.',
    'RLHF ensures that the model is harmless.',
    'No test is complete.',
  ]
  const textOf = (at: number): string => `# Document ${at}\n\n${sentences[at % 4]} ${sentences[(at >> 2) % 4]}\n`
  const pathOf = (at: number): string => `docs/${at % 100}/${at}.md`
  async function withDocuments(
    count: number,
    use: (folder: string, sh: (script: string) => { status: number | null; stderr: string }) => void,
  ): Promise<void> {
    await inFolder({}, (folder) => {
      for (let part = 0; part < 100; part++) mkdirSync(join(folder, 'docs', String(part)), { recursive: true })
      for (let at = 0; at < count; at++) writeFileSync(join(folder, pathOf(at)), textOf(at))
      const env = {
        ...process.env,
        PROVISO: `${process.execPath} ${command}`,
        PARALLEL_HOME: join(folder, '.parallel'),
      }
      use(folder, (script) => spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', env }))
    })
  }

  it(`GNU parallel over ${COUNT} documents, merged, prints what one run prints, byte for byte${absent}`, async function () {
    if (!isHere) this.skip()
    await withDocuments(COUNT, (_, sh) => {
      const script = `
        $PROVISO check docs -f json > one.json; test $? = 1 || exit 3
        find docs -name '*.md' | parallel --will-cite -j2 -N2500 "$PROVISO check -f jsonl {} > part-{#}.jsonl; test \\$? = 1" || exit 4
        $PROVISO merge part-*.jsonl -f json > merged.json; test $? = 1 || exit 5
        cmp one.json merged.json`
      const { status, stderr } = sh(script)
      deepEqual({ status, stderr }, { status: 0, stderr: '' })
    })
  })

  it(`GNU parallel over a stream of ${STREAM} documents gives what one process gives, byte for byte${absent}`, async function () {
    if (!isHere) this.skip()
    await withDocuments(STREAM, (folder, sh) => {
      const lines = Array.from({ length: STREAM }, (_, at) => line({ path: pathOf(at), text: textOf(at) }))
      writeFileSync(join(folder, 'in.jsonl'), lines.join(''))
      const script = `
        $PROVISO pipe < in.jsonl > one.jsonl || exit 3
        parallel --will-cite -j2 --pipe -k --block 100k "$PROVISO pipe" < in.jsonl > many.jsonl || exit 4
        cmp one.jsonl many.jsonl`
      const { status, stderr } = sh(script)
      deepEqual({ status, stderr }, { status: 0, stderr: '' })
    })
  })
})
