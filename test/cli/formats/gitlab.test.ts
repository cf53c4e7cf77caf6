import { deepEqual, equal, ok } from 'node:assert/strict'
import type { Files } from '../workspace.js'
import { check, files, fits, object, text, whole } from './format.js'

describe('--format gitlab', () => {
  const issue = object({
    description: text,
    check_name: text,
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{40}$' },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: object({ path: text, lines: object({ begin: whole, end: whole }) }),
  })
  type Issue = { description: string; check_name: string; fingerprint: string; location: { path: string } }
  const issues = async (on: Files = files) => JSON.parse(await check('gitlab', on)) as Issue[]

  it('has all that GitLab reads of an issue', async () =>
    fits(await issues(), { type: 'array', items: issue, minItems: 5 }))
  it('is an empty list where nothing is found', async () => deepEqual(await issues({ 'a.md': '' }), []))
  it('says the rule in the description too, since the widget hides check_name', async () => {
    for (const { description, check_name } of await issues()) ok(description.startsWith(`${check_name}: `))
  })
  it('gives each issue a fingerprint of its own, which stays when lines are put before it', async () => {
    const same = {
      'a.md': 'Lark is completely safe.\n\nLark is completely safe.\n',
      'b.md': 'Lark is completely safe.\n',
    }
    const prints = (await issues(same)).map(({ fingerprint }) => fingerprint)
    equal(new Set(prints).size, 3)
    const moved = Object.fromEntries(Object.entries(same).map(([path, words]) => [path, `Lunch.\n\n${words}`]))
    deepEqual(
      (await issues(moved)).map(({ fingerprint }) => fingerprint),
      prints,
    )
  })
})
