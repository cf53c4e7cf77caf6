import { deepEqual } from 'node:assert/strict'
import { check } from './format.js'

describe('--format jsonl', () => {
  it('is a line for each document between head and end, each an object of its own', async () => {
    const records = (await check('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    deepEqual(
      records.map(({ kind }) => kind),
      ['run', 'file', 'file', 'file', 'file', 'end'],
    )
    deepEqual(records[0], { kind: 'run', version: 1, tool: { name: 'proviso', version: '1.2.3' } })
    deepEqual(records.at(-1).summary, { files: 4, errors: 1, warnings: 3, infos: 1, hints: 0 })
  })

  it('says of a finding all that --format json says', async () => {
    const [lines, whole] = [await check('jsonl'), JSON.parse(await check('json'))]
    const records = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'file')
    records.forEach(({ findings }, at) => {
      findings.forEach((finding: object, number: number) => {
        deepEqual({ ...finding, ...whole.files[at].findings[number] }, finding)
      })
    })
  })
})
