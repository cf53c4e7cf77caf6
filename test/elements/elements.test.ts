import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type Profile, profiles } from '../../engine/config/profiles.js'
import { parseDocument } from '../../engine/document/parse.js'
import { lint } from '../../engine/lint.js'
import type { Element } from '../../engine/rules/pack.js'
import { defaultSettings } from '../../engine/settings.js'
import { product } from '../product.js'

const elements = product().elements?.list ?? []
const sections = new Map(
  readFileSync(new URL('complete.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((part): [string, string] => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]),
)

/** Opens the gates: it speaks of tests, safeguards, a benchmark, public weights and priority, and gives nothing. */
const OPENING = `This text speaks of a test, of RLHF, of TruthfulQA, of open weights and of safety as a priority.

${'The rest of this paragraph is about the garden, where beans and peas grow beside the wall in every summer. '.repeat(36)}`

const asked = (profile: Profile): readonly Element[] => elements.filter((element) => element.profiles[profile])

/** A document of a kind that gives all that is asked of it; `change` says what becomes of one section. */
const documentOf = (profile: Profile, change: (element: Element, body: string) => string | undefined): string =>
  [`---\nproviso: { profile: ${profile} }\n---\n\n# Aster 2\n\n${OPENING}`]
    .concat(
      asked(profile).flatMap((element) => {
        const body = change(element, sections.get(element.heading) ?? '')
        return body === undefined ? [] : [`## ${element.heading}\n\n${body}`]
      }),
    )
    .join('\n\n')

/** The elements that the finding about the whole document names. */
function check(text: string, expected: readonly string[]): void {
  const { findings } = lint(parseDocument(text, 'markdown'), product(), defaultSettings)
  const found = findings.filter(({ rule }) => rule.startsWith('document/'))
  assert.deepEqual(
    found.flatMap(({ missing }) => missing?.elements.map(({ id }) => id) ?? []),
    expected,
  )
  assert.deepEqual(
    found.map(({ rule }) => rule),
    expected.slice(0, 1).map((id) => `document/missing-${id}`),
  )
}

const WAYS: Readonly<Record<string, (body: string) => string | undefined>> = {
  deleted: () => undefined,
  'hollowed to a heading': () => '',
  'filled with TBD': () => 'TBD',
}

describe('elements of documents', () => {
  it('are forty, each with a section of the complete documents', () => {
    assert.equal(elements.length, 40)
    assert.deepEqual([...sections.keys()].sort(), elements.map(({ heading }) => heading).sort())
  })

  for (const profile of profiles.filter((one) => asked(one).length > 0)) {
    it(`are all found in a complete ${profile}`, () =>
      check(
        documentOf(profile, (_, body) => body),
        [],
      ))
  }

  for (const profile of profiles.filter((one) => asked(one).length === 0)) {
    it(`are not asked of a text of the kind ${profile}`, () =>
      check(`---\nproviso: { profile: ${profile} }\n---\n\n# Aster 2\n\n${OPENING}`, []))
  }

  for (const element of elements) {
    for (const [way, change] of Object.entries(WAYS)) {
      it(`${element.id} is missed, and nothing else, where it is ${way}`, () => {
        const kinds = Object.keys(element.profiles) as Profile[]
        for (const profile of kinds)
          check(
            documentOf(profile, (one, body) => (one === element ? change(body) : body)),
            [element.id],
          )
      })
    }
  }
})
