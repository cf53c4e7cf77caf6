import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from '../../engine/document/parse.js'
import type { DocumentProfile } from '../../engine/findings/finding.js'
import { lint } from '../../engine/lint.js'
import { defaultSettings, type Settings } from '../../engine/settings.js'
import { product } from '../product.js'

const run = (text: string, settings: Partial<Settings> = {}) =>
  lint(parseDocument(text, 'markdown'), product(), { ...defaultSettings, ...settings })

function check(text: string, name: string, by: DocumentProfile['by'], settings: Partial<Settings> = {}): void {
  const { profile } = run(text, settings)
  assert.deepEqual([profile?.name, profile?.by], [name, by], profile?.reason)
}

const CARD = '# Wren 3 system card\n\nThis card reports what we measured.\n'

describe('the profile of a document', () => {
  it('is told from the title', () => check(CARD, 'system-card', 'inferred'))
  it('is told from the opening and headings', () =>
    check(
      '# Wren for every desk\n\nBristol, Monday. The maker today announced a round.\n\n## Notes to editors\n\n## Media contact\n',
      'launch-post',
      'inferred',
    ))
  it('is told from the register and headings', () =>
    check(
      `# Part four\n\n## Obligations\n\n${'A provider shall keep records. '.repeat(20)}`,
      'policy-draft',
      'inferred',
    ))
  it('is general where nothing tells', () => check('# Notes\n\nBeans and peas.\n', 'general', 'inferred'))
  it('is general where two kinds fit alike', () => check('# Safety case and system card\n', 'general', 'inferred'))
  it('comes with its reason', () => assert.match(run(CARD).profile?.reason ?? '', /title: system card/))

  const DECLARED = `---\nproviso: {profile: report}\n---\n\n${CARD}`
  it('is set by front matter', () => check(DECLARED, 'report', 'front matter'))
  it('is set by front matter over several lines, with other keys', () =>
    check(`---\ntitle: x\nproviso:\n  owner: us\n  profile: "report"\n---\n\n${CARD}`, 'report', 'front matter'))
  it('is set by TOML', () => check(`+++\n[proviso]\nprofile = "report"\n+++\n\n${CARD}`, 'report', 'front matter'))
  it('is set by a configuration, which front matter overrules', () => {
    const settings = { profile: 'safety-case', profileBy: 'configuration' } as const
    check(CARD, 'safety-case', 'configuration', settings)
    check(DECLARED, 'report', 'front matter', settings)
  })
  it('is set on the command line before all', () =>
    check(DECLARED, 'general', 'command line', { profile: 'general', profileBy: 'command line' }))

  for (const [ending, name] of [
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
  ] as const) {
    it(`that nobody knows is said at its place, with what was meant (${name})`, () => {
      const text = DECLARED.replace('report', 'system-crad').replaceAll('\n', ending)
      const [note] = run(text).notes
      assert.deepEqual([note?.kind, note?.suggestion], ['profile-unknown', 'system-card'])
      assert.equal(text.slice(note?.start, note?.end), 'system-crad')
    })
  }

  it('decides on severities, and a configuration has the last word', () => {
    const text = `${CARD}\nThe model scored well, so derivatives of the model are safe too, whatever they are fine-tuned on.\n`
    const severity = (settings: Partial<Settings>) =>
      run(text, settings).findings.find(({ rule }) => rule === 'evaluation/result-transferred')?.severity
    assert.deepEqual(
      [
        severity({}),
        severity({ profile: 'general' }),
        severity({ rules: { 'evaluation/result-transferred': 'hint' } }),
      ],
      ['error', 'warning', 'hint'],
    )
  })
})

/** What a reader of these registers would call them. White papers of vendors and answers to the public are texts about a product. */
const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [/comms|messaging|memo|testimony|questionnaire|newsletter/, 'general'],
  [/safety framework|frontier-safety/, 'safety-framework'],
  [/system card|model card/, 'system-card'],
  [/policy draft|standard/, 'policy-draft'],
  [/think-tank|academic/, 'report'],
  [/launch|press release|white paper|FAQ/, 'launch-post'],
]

const CORPUS = new URL('../../../shared/corpus/', import.meta.url)

describe('profiles of the shared corpus', () => {
  it('are right for at least 28 of 32', function () {
    if (!existsSync(CORPUS)) {
      console.log('skipped: not here (../shared/corpus)')
      return this.skip()
    }
    const wrong = readdirSync(CORPUS)
      .filter((name) => /^\d.*\.labels\.json$/.test(name))
      .flatMap((name) => {
        const { register } = JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')) as { register: string }
        const expected = EXPECTED.find(([pattern]) => pattern.test(register))?.[1]
        const text = readFileSync(new URL(name.replace('.labels.json', '.md'), CORPUS), 'utf8')
        const { profile } = run(text)
        return profile?.name === expected
          ? []
          : [`${name}: ${profile?.name} instead of ${expected} (${profile?.reason})`]
      })
    for (const line of wrong) console.log(line)
    assert.ok(wrong.length <= 4, wrong.join('\n'))
  })
})
