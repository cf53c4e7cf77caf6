import { equal, match } from 'node:assert/strict'
import { check, files } from './format.js'

describe('--format markdown', () => {
  it('lets no words of a document be markup, leave their cell, or call somebody', async () => {
    const report = await check('markdown', { 'a.md': 'Lark | <b>is completely safe @someone\n' })
    for (const row of report.split('\n').filter((line) => line.startsWith('| 1 |'))) {
      equal(row.replaceAll('\\|', '').split('|').length, 7)
      equal(/<b>|@someone/.test(row), false)
    }
  })

  it('says what could not be checked', async () =>
    match(await check('markdown', files, {}, 'missing.md'), /- missing\.md: no such file or folder/))
})
