import { deepEqual, doesNotMatch, equal, match, ok, throws } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { updateFile } from '../../disk/update-file.js'
import { readWaivers } from '../../engine/waivers/read-waivers.js'
import type { Waiver } from '../../engine/waivers/waiver.js'
import { withWaiver } from '../../engine/waivers/write-waivers.js'
import { type Circumstances, type Files, inFolder, runIn } from '../cli/workspace.js'
import { product } from '../product.js'
import { root } from './cited.js'

const CLAIM = '# An AI model\n\nOur guardrails cannot be bypassed by anybody who is not of the office.\n'
const NAME = '.proviso-waivers.yaml'

/** A folder with one waived claim, and how to run the command in it. */
async function waived(
  options: readonly string[],
  use: (world: Waived) => Promise<void>,
  files: Files = {},
): Promise<void> {
  await inFolder({ 'docs/a.md': CLAIM, ...files }, async (folder) => {
    const run = (args: readonly string[], around: Circumstances = {}) =>
      runIn(folder, args, { loadPack: product, ...around })
    const { code, stderr } = await run(['waive', 'docs/a.md:3', '--reason', 'external audit', ...options])
    deepEqual([code, stderr], [0, ''])
    const change = (path: string, from: string, to: string): void => {
      const before = readFileSync(join(folder, path), 'utf8')
      ok(before.includes(from), before)
      writeFileSync(join(folder, path), before.replace(from, to))
    }
    await use({ folder, run, change })
  })
}

interface Waived {
  readonly folder: string
  readonly run: (args: readonly string[], around?: Circumstances) => ReturnType<typeof runIn>
  readonly change: (path: string, from: string, to: string) => void
}

describe('A waived claim', () => {
  it('does not fail the run, and is listed as waived', () =>
    waived(['--until', '2027-05-31'], async ({ run }) => {
      const { code, stdout } = await run(['check'])
      equal(code, 0)
      match(stdout, /3:1 {2}waived {2}training\/safeguard-permanent/)
      match(stdout, /Reason {3}external audit \(until 2027-05-31\)/)
      match(stdout, /No findings in 1 file, 1 waived/)
    }))
  it('is in JSON with its record', () =>
    waived(['--evidence', 'eval-31', '--owner', 'us', '--approver', 'her', '--model', 'Wren 2'], async ({ run }) => {
      const { stdout } = await run(['check', '--format', 'json'])
      const [{ waiver, reason }] = JSON.parse(stdout).files[0].suppressed
      equal(reason, 'external audit')
      const { evidence, owner, approver, model, date, file, severity } = waiver
      deepEqual([evidence, owner, approver, model, date], ['eval-31', 'us', 'her', 'Wren 2', '2026-11-28'])
      deepEqual([file, severity], ['docs/a.md', 'warning'])
    }))
  it('stays waived when its text is wrapped otherwise', () =>
    waived([], async ({ run, change }) => {
      change('docs/a.md', 'cannot be bypassed', 'cannot\nbe *bypassed*')
      equal((await run(['check'])).code, 0)
    }))
  it('comes back when its text changes', () =>
    waived([], async ({ run, change }) => {
      change('docs/a.md', 'guardrails', 'safeguards')
      equal((await run(['check'])).code, 1)
    }))
  it('comes back when the waiver expires, and that is said', () =>
    waived(['--until', '2026-12-31'], async ({ run }) => {
      equal((await run(['check'], { today: '2026-12-31' })).code, 0)
      const { code, stderr } = await run(['check'], { today: '2027-01-01' })
      equal(code, 1)
      match(stderr, /\.proviso-waivers\.yaml: 1 waiver expired/)
    }))
  it('comes back when its rule judges it otherwise', () =>
    waived([], async ({ run, folder }) => {
      writeFileSync(join(folder, '.proviso.yaml'), 'rules:\n  training/safeguard-permanent: error\n')
      equal((await run(['check'])).code, 1)
      match((await run(['waivers'])).stdout, /^verdict changed/)
    }))
  it('comes back when its reason is taken away', () =>
    waived([], async ({ run, change }) => {
      change(NAME, '  reason: external audit\n', '  reason:\n')
      equal((await run(['check'])).code, 1)
      match((await run(['waivers', '--check'])).stdout, /^without a reason/)
    }))
  it('is not cited by a fix', () =>
    waived([], async ({ run, folder }) => {
      await run(['check', '--fix=cite'])
      equal(readFileSync(join(folder, 'docs/a.md'), 'utf8'), CLAIM)
    }))
  it('leaves nothing in the document', () =>
    waived([], async ({ folder }) => equal(readFileSync(join(folder, 'docs/a.md'), 'utf8'), CLAIM)))
  it('is told to other reports after a merge', () =>
    waived([], async ({ run, folder }) => {
      const { stdout } = await run(['check', '--format', 'jsonl'])
      writeFileSync(join(folder, 'part.jsonl'), stdout)
      equal((await run(['merge', 'part.jsonl'])).stdout, (await run(['check'])).stdout)
    }))
  it('is recorded in the file of the configuration', () =>
    waived(
      [],
      async ({ folder, run }) => {
        match(readFileSync(join(folder, 'records/waivers.yaml'), 'utf8'), /file: \.\.\/docs\/a\.md/)
        equal((await run(['check'])).code, 0)
      },
      { '.proviso.yaml': 'waivers: records/waivers.yaml\n', 'records/README': '' },
    ))
})

describe('proviso waive', () => {
  const refuses = (title: string, args: readonly string[], message: RegExp): void =>
    void it(title, () =>
      inFolder({ 'a.md': `${CLAIM}\nThe hall is open.\n` }, async (folder) => {
        const { code, stderr } = await runIn(folder, ['waive', ...args], { loadPack: product })
        match(stderr, message)
        equal(code, 2)
        equal(existsSync(join(folder, NAME)), false)
      }),
    )
  refuses('wants a reason', ['a.md:3'], /required option '-r, --reason <words>'/)
  refuses('wants one with words in it', ['a.md:3', '-r', ' '], /a waiver needs a reason/)
  refuses('wants a line', ['a.md', '-r', 'x'], /say which line: proviso waive a\.md:LINE/)
  refuses('wants a claim there', ['a.md:5', '-r', 'x'], /no claim is found at a\.md:5/)
  refuses('knows the days', ['a.md:3', '-r', 'x', '--until', '2027-02-29'], /'2027-02-29' is no day/)
  refuses('wants a day to come', ['a.md:3', '-r', 'x', '--until', '2025-01-01'], /2025-01-01 has passed/)

  it('writes nothing into a file that it cannot read as one of waivers', () =>
    inFolder({ 'a.md': CLAIM, [NAME]: '- claim: [\n' }, async (folder) => {
      const { code, stderr } = await runIn(folder, ['waive', 'a.md:3', '-r', 'x'], { loadPack: product })
      equal(code, 2)
      match(stderr, /cannot write \.proviso-waivers\.yaml: \.proviso-waivers\.yaml:\d+:\d+: /)
      equal(readFileSync(join(folder, NAME), 'utf8'), '- claim: [\n')
    }))
})

describe('proviso waivers', () => {
  it('lists what belongs to no claim any more, which --check takes for a finding', () =>
    waived(['--owner', 'safety team'], async ({ run, change }) => {
      equal((await run(['waivers', '--check'])).code, 0)
      change('docs/a.md', 'guardrails', 'safeguards')
      const { stdout, code } = await run(['waivers', '--check'], { today: '2026-12-28' })
      match(stdout, /^orphaned {2}training\/safeguard-permanent {2}\.proviso-waivers\.yaml:3\n/)
      match(stdout, /owner safety team; 2026-11-28, 30 days old; no end/)
      match(stdout, /1 waiver, 1 of them not in force/)
      equal(code, 1)
    }))
  it('says nothing of claims in documents that it does not look into', () =>
    waived(
      [],
      async ({ run }) => {
        const { stdout, code } = await run(['waivers', '--check', 'other.md'])
        match(stdout, /^not looked for/)
        equal(code, 0)
      },
      { 'other.md': 'Nothing.\n' },
    ))
  it('gives JSON', () =>
    waived([], async ({ run }) => {
      const { waivers } = JSON.parse((await run(['waivers', '--format', 'json'])).stdout)
      deepEqual([waivers[0].state, waivers[0].age, waivers[0].waivers], ['in force', 0, NAME])
    }))
  it('names the place of what is wrong', () =>
    inFolder(
      { 'a.md': '', [NAME]: '- claim: a:1\n  rule: x/y\n  severity: loud\n  text: t\n  file: a.md\n  date: soon\n' },
      async (folder) => {
        const { code, stderr } = await runIn(folder, ['check'], { loadPack: product })
        match(stderr, /\.proviso-waivers\.yaml:1:3: severity: .* \(expected one of error, warning/)
        match(stderr, /date: .* \(expected a day such as 2026-11-28\)/)
        equal(code, 2)
      },
    ))
})

const waiver = (claim: string, changes: Partial<Waiver> = {}): Waiver => ({
  ...{
    claim,
    rule: 'framing/absolute-safety',
    severity: 'warning',
    text: 'It is safe',
    file: 'a.md',
    reason: 'agreed',
  },
  date: '2026-11-28',
  ...changes,
})

describe('The file of waivers', () => {
  const written = (...claims: readonly string[]): string =>
    claims.reduce<string | undefined>((text, claim) => withWaiver(text, waiver(claim), NAME), undefined) ?? ''

  it('is the same in whatever order claims are waived', () =>
    equal(written('b:1', 'a:1', 'c:1'), written('c:1', 'b:1', 'a:1')))
  it('holds the new record of a claim that is waived again', () => {
    const text = withWaiver(written('a:1', 'b:1'), waiver('a:1', { reason: 'audited' }), NAME)
    deepEqual(
      readWaivers(NAME, text).waivers.map(({ claim, reason }) => [claim, reason]),
      [
        ['a:1', 'audited'],
        ['b:1', 'agreed'],
      ],
    )
  })
  it('keeps comments, other words and line ends as they are', () => {
    const mine = `# Ours\r\n\r\n# of Kim\r\n- claim: "a:1"\r\n  rule: x/y\r\n  severity: info # low\r\n  text: >-\r\n    It is\r\n    safe\r\n  file: a.md\r\n  reason: so\r\n  date: 2026-01-01\r\n`
    const text = withWaiver(mine, waiver('b:1'), NAME)
    ok(text.startsWith(mine))
    doesNotMatch(text.replaceAll('\r\n', ''), /\n/)
    equal(readWaivers(NAME, text).waivers.length, 2)
  })
  it('reads back what was written, whatever the words are', () => {
    for (const words of [
      'yes',
      'null',
      '12',
      "it's: a # 'b' \"c\"",
      '- x',
      '2026-11-28',
      'two\nlines',
      '🙂 ů',
      '>-',
      '---',
    ])
      equal(readWaivers(NAME, withWaiver(undefined, waiver('a:1', { reason: words }), NAME)).waivers[0]?.reason, words)
  })
  it('is not written when a claim is in it twice', () =>
    throws(() => withWaiver(`${written('a:1')}\n${written('a:1')}`, waiver('b:1'), NAME), /is waived twice/))

  it('loses no entry of those that are written at the same time', () =>
    inFolder({}, async (folder) => {
      const path = join(folder, NAME)
      const claims = Array.from({ length: 40 }, (_, at) => `${String(at).padStart(2, '0')}:1`)
      await Promise.all(claims.map((claim) => updateFile(path, (text) => withWaiver(text, waiver(claim), NAME))))
      deepEqual(
        readWaivers(NAME, readFileSync(path, 'utf8')).waivers.map(({ claim }) => claim),
        claims,
      )
      deepEqual(readdirSync(folder).sort(), ['.git', NAME])
    }))
  it('loses no entry of several processes', () => {
    const parts = Array.from({ length: 6 }, (_, at) => `## Part ${at}\n\nOur guardrails cannot be bypassed.\n`)
    return inFolder({ 'a.md': `# An AI model\n\n${parts.join('\n')}` }, async (folder) => {
      const lines = parts.map((_, at) => 5 + at * 4)
      const runs = lines.map(async (line) => {
        const args = [join(root, 'dist/cli.js'), 'waive', `a.md:${line}`, '--reason', `line ${line}`]
        const [code] = await once(spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }), 'exit')
        return code
      })
      deepEqual(
        await Promise.all(runs),
        lines.map(() => 0),
      )
      const { waivers } = readWaivers(NAME, readFileSync(join(folder, NAME), 'utf8'))
      deepEqual(waivers.map(({ reason }) => reason).sort(), lines.map((line) => `line ${line}`).sort())
    })
  })
  it('is not held up by a lock of a process that is no more', () =>
    inFolder({ [`${NAME}.lock`]: '999999999' }, async (folder) => {
      await updateFile(join(folder, NAME), (text) => withWaiver(text, waiver('a:1'), NAME))
      deepEqual(readdirSync(folder).sort(), ['.git', NAME])
    }))
})
