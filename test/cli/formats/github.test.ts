import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { launch } from '../documents.js'
import { check } from './format.js'

/** Each of them has one warning. */
const manyFiles = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [`${at + 10}.md`, 'Lark is completely safe.\n']),
)

describe('--format github', () => {
  const lines = async (...args: Parameters<typeof check>) => (await check(...args)).trimEnd().split('\n')

  it('gives each finding as an annotation with file, lines, columns and rule', async () => {
    const [first] = await lines('github', { 'a.md': 'Lark is completely safe.\n' })
    equal(
      first,
      `::warning file=a.md,line=1,endLine=1,col=9,endColumn=24,title=framing/absolute-safety::${first?.split('::')[2]}`,
    )
  })

  it('gives no columns where the words stand on several lines, since GitHub marks columns in one line only', async () => {
    const found = (await lines('github')).find((line) => line.includes('training/capability-removed'))
    match(found ?? '', /line=6,endLine=7,title=/)
  })

  it('escapes what GitHub reads as its own: %, line ends, and : and , in properties', async () => {
    const found = (await lines('github')).find((line) => line.includes('a b/'))
    match(found ?? '', /^::warning file=a b\/ü%25%2C%3A&"<1>\.md,line=3/)
  })

  it('has errors first, then warnings, then the rest', async () => {
    const order = (await lines('github')).map((line) => /^::(\w+)/.exec(line)?.[1]).filter(Boolean)
    deepEqual(order, ['error', 'warning', 'warning', 'warning', 'notice', 'notice'])
  })

  it('annotates at most ten of a level and says how many it left out', async () => {
    const all = await lines('github', manyFiles)
    equal(all.filter((line) => line.startsWith('::warning')).length, 10)
    ok(
      all.includes(
        '14 warnings more, not annotated: GitHub shows 10 of each level in a step. --format pretty or sarif shows all.',
      ),
    )
    equal(all.at(-1), '24 findings (24 warnings) in 24 of 24 files')
  })

  it('counts what could not be checked among the ten errors', async () => {
    const broken = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, '\0']))
    const all = await lines('github', { ...broken, 'launch.md': launch })
    equal(all.filter((line) => line.startsWith('::error')).length, 10)
    ok(
      all.some((line) => line.startsWith('3 errors more')),
      all.join('\n'),
    )
  })
})
