import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../engine/document/parse.js'
import { argumentMap } from '../../engine/ledger/argument-map.js'
import type { ClaimRecord } from '../../engine/ledger/claim-record.js'
import { ledgerOf, readForLedger } from '../../engine/ledger/ledger.js'
import { lintReading } from '../../engine/lint.js'
import { claimsAlone } from '../../engine/settings.js'
import { inFolder, runIn } from '../cli/workspace.js'
import { product } from '../product.js'

const AI = '# The Wren model\n\n'
const CLAIM = 'Thanks to RLHF the assistant can never be talked into harm.'

function ledger(text: string): ClaimRecord[] {
  const reading = readForLedger(parseDocument(text, 'markdown'), product())
  return ledgerOf(reading, lintReading(reading, product(), claimsAlone))
}

/** The first claim of a text, and its state. */
function check(text: string, state: ClaimRecord['state'], fields: Partial<ClaimRecord> = {}): void {
  const [first] = ledger(AI + text)
  assert.equal(first?.state, state, first?.reason)
  for (const [name, value] of Object.entries(fields)) assert.deepEqual(first?.[name as keyof ClaimRecord], value, name)
}

describe('a claim in the ledger', () => {
  it('is open where nothing speaks for it, with what it says and rests on', () =>
    check(CLAIM, 'open', {
      rule: 'training/rlhf-sufficient',
      kind: 'effect',
      strength: 'absolute',
      severity: 'warning',
      means: 'RLHF',
      headings: ['The Wren model'],
    }))
  it('is bounded where its limitation stands beside it, which is named', () =>
    check('RLHF guarantees that the model is safe. However, the training does not remove what it hides.', 'bounded', {
      guard: 'N6',
    }))
  it('is cited where the report is cited', () =>
    check('RLHF guarantees that the model is safe [@janku2024, p. 17].', 'cited', { guard: 'N6' }))
  it('is cleared where it is denied, and by which guard', () =>
    check('RLHF does not guarantee that the model is safe.', 'cleared', { guard: 'N1' }))
  it('is waived where a directive gives a reason', () =>
    check(`<!-- proviso-disable-next-line training/rlhf-sufficient -- quoted from the tender -->\n${CLAIM}`, 'waived', {
      reason: 'quoted from the tender',
    }))
  it('names the evidence near it', () =>
    check(
      'Thanks to RLHF the assistant can never be talked into harm, as [report 31](r31.md) says.[^a]\n\n[^a]: Internal.',
      'open',
      {
        evidence: ['r31.md', '[^a]', 'report 31'],
      },
    ))
  it('has the id of its finding, which stays when the text is wrapped', () => {
    const [one] = ledger(AI + CLAIM)
    const [other] = ledger(AI + CLAIM.replace(' assistant ', '\nassistant '))
    assert.equal(one?.id, other?.id)
  })
  it('never shares its id with another', () => {
    const ids = ledger(
      `${AI}${CLAIM}\n\n${CLAIM}\n\nRLHF does not guarantee that the model is safe.\n\nRLHF does not guarantee that the model is safe.\n`,
    ).map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
  })
  it('appears in a map with what supports and limits it, and its words are no markup', () => {
    const map = argumentMap(ledger(`${AI}${CLAIM}`), 'a "quoted" <b>')
    assert.match(map, /^flowchart LR\n {2}doc\(\["a #34;quoted#34; #60;b#62;"\]\)/)
    assert.match(map, /c1\["RLHF the assistant can never be talked into harm<br\/>open"\]:::open/)
    assert.match(map, /e1 -->\|supports\| c1/)
  })
})

const FILES = {
  'card.md': '# The Lark system card\n\nLark 4 is completely safe, said "our" model.\n',
  'formula.md': '# The =1+1 model\n\nThe assistant is completely safe.\n',
}

describe('proviso claims', () => {
  for (const format of ['table', 'csv', 'json', 'md', 'html'])
    it(`lists as ${format}, and ends with 0`, () =>
      inFolder(FILES, async (folder) => {
        const { code, stdout, stderr } = await runIn(folder, ['claims', '--format', format])
        assert.equal(code, 0, stderr)
        assert.match(stdout, /framing\/absolute-safety/)
      }))
  it('refuses a map of two documents', () =>
    inFolder(FILES, async (folder) => assert.equal((await runIn(folder, ['claims', '-f', 'mermaid'])).code, 2)))
  it('ends with 2 where a document cannot be read', () =>
    inFolder(FILES, async (folder) => assert.equal((await runIn(folder, ['claims', 'nowhere.md'])).code, 2)))

  it('gives a CSV that LibreOffice opens with all its rows', function () {
    const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
    if (!office) {
      console.log('skipped: not here (LibreOffice)')
      return this.skip()
    }
    return inFolder(FILES, async (folder) => {
      const { stdout } = await runIn(folder, ['claims', '--format', 'csv', '-o', 'claims.csv'])
      assert.equal(stdout, '')
      const made = spawnSync(
        office,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'csv',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'claims.csv'),
        ],
        { encoding: 'utf8' },
      )
      assert.equal(made.status, 0, made.stderr)
      // Whether Java is there has nothing to do with the file.
      const said = `${made.stderr}${made.stdout}`.replace(/^.*javaldx.*$/m, '')
      assert.doesNotMatch(said, /warning|error/i)
      const rows = (path: string): number => readFileSync(join(folder, path), 'utf8').trimEnd().split('\n').length
      assert.equal(rows('out/claims.csv'), rows('claims.csv'))
    })
  })
})
